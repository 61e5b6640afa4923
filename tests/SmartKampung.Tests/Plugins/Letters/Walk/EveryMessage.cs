using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SmartKampung.Tests.Plugins.Letters.Walk;

/// <summary>All that a host logs, with what its messages are about and the failures behind them.</summary>
sealed class EveryMessage : ILoggerProvider, ILogger
{
    readonly ConcurrentQueue<string> messages = new();

    public string Text => string.Join('\n', messages);

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull
    {
        messages.Enqueue($"{state}");
        return null;
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        messages.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

    public void Dispose()
    {
        // The host disposes what it logs to, and is read afterwards.
    }
}
