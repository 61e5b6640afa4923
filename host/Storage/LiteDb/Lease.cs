namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>Many inside together, or one alone; given back in any case, on the thread that took it.</summary>
sealed class Lease : IDisposable
{
    readonly ReaderWriterLockSlim gate = new(LockRecursionPolicy.NoRecursion);

    public IDisposable Shared()
    {
        gate.EnterReadLock();
        return new Release(gate.ExitReadLock);
    }

    public IDisposable Exclusive()
    {
        gate.EnterWriteLock();
        return new Release(gate.ExitWriteLock);
    }

    public IDisposable? TryExclusive() => gate.TryEnterWriteLock(0) ? new Release(gate.ExitWriteLock) : null;

    /// <summary>Lets those out first who waited as it ended.</summary>
    public void Dispose()
    {
        while (gate.CurrentReadCount + gate.WaitingReadCount + gate.WaitingWriteCount > 0 || gate.IsWriteLockHeld) Thread.Yield();
        gate.Dispose();
    }

    sealed class Release(Action exit) : IDisposable
    {
        public void Dispose() => exit();
    }
}
