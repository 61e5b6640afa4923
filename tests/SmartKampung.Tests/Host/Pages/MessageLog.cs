using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SmartKampung.Tests.Host.Pages;

/// <summary>What the host logged as an error.</summary>
sealed class MessageLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Messages { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose() { }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) Messages.Enqueue(formatter(state, exception));
    }
}
