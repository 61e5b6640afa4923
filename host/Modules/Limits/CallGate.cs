namespace SmartKampung.Host.Modules;

/// <summary>Lets so many calls into a capsule at once, and tells when the last has left.</summary>
sealed class CallGate
{
    readonly Lock gate = new();
    int inside;
    TaskCompletionSource? empty;

    public bool TryEnter(int limit)
    {
        lock (gate)
        {
            if (inside >= limit) return false;
            inside++;
            return true;
        }
    }

    public void Leave()
    {
        lock (gate)
        {
            if (--inside == 0) empty?.TrySetResult();
        }
    }

    public Task WhenEmptyAsync()
    {
        lock (gate)
        {
            if (inside == 0) return Task.CompletedTask;
            empty = empty is { Task.IsCompleted: false } ? empty : new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return empty.Task;
        }
    }
}
