using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SmartKampung.Tests.Host.Accounts;

/// <summary>A host behind a proxy for the tests of one class, each with logins of its own.</summary>
public sealed class AccountsHost : IAsyncLifetime, ILoggerProvider, ILogger
{
    int logins;

    public AccountsHost() => Host = new() { Options = [Visitor.Proxied], Instead = services => services.AddSingleton<ILoggerProvider>(this) };

    public TestHost Host { get; }

    /// <summary>What the host said on its console.</summary>
    internal ConcurrentQueue<string> Written { get; } = new();

    public ValueTask InitializeAsync() => Host.InitializeAsync();

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>A phone number that nobody has signed in with.</summary>
    public string NewLogin() => "08123456" + Interlocked.Increment(ref logins).ToString("0000", CultureInfo.InvariantCulture);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Written.Enqueue(formatter(state, exception));

    public void Dispose()
    {
        // The host disposes what it logs to; its fixture ends it.
    }
}
