using System.Collections.Concurrent;

namespace SmartKampung.Host.Regency;

/// <summary>The last errors that the host logged with their stacks, kept in memory for those who look after it.</summary>
sealed class RecentErrors(TimeProvider clock) : ILoggerProvider, ISupportExternalScope
{
    const int Most = 50;

    readonly ConcurrentQueue<RecentError> errors = new();
    IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    /// <summary>The latest first.</summary>
    public IReadOnlyList<RecentError> Latest => [.. errors.Reverse()];

    public ILogger CreateLogger(string categoryName) => new Listener(this);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose() => errors.Clear();

    void Add(string message, Exception failure)
    {
        errors.Enqueue(new(clock.GetUtcNow(), Scoped("Module"), Scoped("Village"), message, failure.ToString()));
        while (errors.Count > Most) errors.TryDequeue(out _);
    }

    string? Scoped(string name)
    {
        string? found = null;
        scopes.ForEachScope((scope, _) => found = (scope as IEnumerable<KeyValuePair<string, object?>>)?.FirstOrDefault(entry => entry.Key == name).Value?.ToString() ?? found, 0);
        return found;
    }

    sealed class Listener(RecentErrors kept) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel) && exception is not null) kept.Add(formatter(state, exception), exception);
        }
    }
}

/// <param name="At">When.</param>
/// <param name="Module">The module, where it was one's.</param>
/// <param name="Village">The code of the village, where it was in one.</param>
/// <param name="Message">What the log says.</param>
/// <param name="Stack">The failure with its stack.</param>
sealed record RecentError(DateTimeOffset At, string? Module, string? Village, string Message, string Stack);
