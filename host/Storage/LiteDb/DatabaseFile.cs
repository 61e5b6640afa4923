using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>
/// One partition's file, open or not. Readers and the writer's commits share the lease; opening, closing, making collections
/// and checkpoints have it alone. Whoever holds it stays on its thread.
/// </summary>
sealed class DatabaseFile(Partition partition, DatabasePaths paths, DatabaseOpener opener, OpenFiles files) : IDisposable
{
    readonly Lease _lease = new();
    OpenDatabase? _open;
    bool _isMissing;
    bool _isSuspect;

    public Partition Partition { get; } = partition;

    public DateTimeOffset LastUsed { get; private set; }

    public bool IsOpen => _open is not null;

    /// <summary>Reads on this thread; <paramref name="none"/> where nothing was ever stored.</summary>
    public T Read<T>(DocumentType type, T none, Func<OpenDatabase, string, T> read) =>
        Use([type], create: false, open => open.TryGet(type, out var collection) && collection is not null ? read(open, collection) : none, none);

    /// <summary>Runs with the collections of these types made.</summary>
    public void Write(IReadOnlyCollection<DocumentType> types, Action<OpenDatabase> write) => Use(types, create: true, open =>
    {
        write(open);
        return true;
    }, none: true);

    /// <summary>Closes after a failure and takes back what was written but not acknowledged. The file is read whole before it is used again.</summary>
    void Abandon(OpenDatabase failed)
    {
        using var _ = _lease.Exclusive();
        if (_open != failed) return;
        _open = null;
        files.Remove(this);
        _isSuspect = true;
        failed.Dispose();
        opener.CutLog(paths, failed.SyncedLength);
    }

    public void CheckpointWhenLarge(long bytes)
    {
        if (_open is not { } open || open.SyncedLength < bytes) return;
        bool isWhole;
        using (_lease.Exclusive()) isWhole = _open is null || _open.TryCheckpoint();
        if (!isWhole) Abandon(open);
    }

    /// <summary>Closes the file unless someone is inside.</summary>
    public bool TryClose()
    {
        using var lease = _lease.TryExclusive();
        if (lease is null) return false;
        Close();
        return true;
    }

    /// <summary>Drops what is known of types that are gone, so that they can be unloaded.</summary>
    public void Forget(DocumentSet documents)
    {
        using var _ = _lease.Exclusive();
        _open?.Forget(documents.Types);
    }

    public string? WhyUnavailable() => _open is null ? DatabaseOpener.WhyUnavailable(paths) : null;

    public void Dispose()
    {
        using (_lease.Exclusive()) Close();
        _lease.Dispose();
    }

    void Close()
    {
        if (_open is not { } open) return;
        _open = null;
        files.Remove(this);
        using (open) _isSuspect |= !open.TryCheckpoint();
    }

    T Use<T>(IReadOnlyCollection<DocumentType> types, bool create, Func<OpenDatabase, T> use, T none)
    {
        for (var failures = 0; ;)
        {
            OpenDatabase? current = null;
            try
            {
                using (_lease.Shared())
                {
                    LastUsed = opener.Now;
                    current = _open;
                    if (current is not null && types.All(type => current.TryGet(type, out var made) && (made is not null || !create))) return use(current);
                    if (current is null && _isMissing && !create) return none;
                }

                if (current is null) files.MakeRoom();
                using (_lease.Exclusive())
                {
                    current = _open ??= Open(create);
                    foreach (var type in types) current?.Prepare(type, create);
                }
            }
            catch (EngineFailureException failure) when (current is not null)
            {
                Abandon(current);
                if (create) throw;
                if (failures++ > 0) throw new StorageUnavailableException("The data can't be read at the moment.", failure);
            }
        }
    }

    OpenDatabase? Open(bool create)
    {
        var open = opener.Open(Partition, paths, create, _isSuspect);
        _isMissing = open is null;
        _isSuspect = false;
        if (open is not null) files.Add(this);
        return open;
    }
}
