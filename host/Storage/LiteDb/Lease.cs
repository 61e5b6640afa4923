namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>Many inside together, or one alone; given back in any case, on the thread that took it.</summary>
sealed class Lease : IDisposable
{
    readonly ReaderWriterLockSlim _lock = new(LockRecursionPolicy.NoRecursion);

    public IDisposable Shared()
    {
        _lock.EnterReadLock();
        return new Release(_lock.ExitReadLock);
    }

    public IDisposable Exclusive()
    {
        _lock.EnterWriteLock();
        return new Release(_lock.ExitWriteLock);
    }

    public IDisposable? TryExclusive() => _lock.TryEnterWriteLock(0) ? new Release(_lock.ExitWriteLock) : null;

    public void Dispose() => _lock.Dispose();

    sealed class Release(Action exit) : IDisposable
    {
        public void Dispose() => exit();
    }
}
