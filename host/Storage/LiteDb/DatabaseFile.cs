using System.Diagnostics;
using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>
/// One partition's file, open or not. Readers and the writer's commits share the lease; opening, closing, making collections
/// and checkpoints have it alone. Whoever holds it stays on its thread.
/// </summary>
sealed class DatabaseFile(Partition partition, DatabasePaths paths, DatabaseOpener opener, OpenFiles files) : IDisposable
{
    readonly Lease lease = new();

    /// <summary>Held while the data file is copied: commits go on in the log, and nothing moves them into the data file meanwhile.</summary>
    readonly Lock still = new();
    OpenDatabase? database;
    bool isMissing;
    bool isSuspect;
    bool isOver;

    public Partition Partition { get; } = partition;

    public DateTimeOffset LastUsed { get; private set; }

    public bool IsOpen => database is not null;

    /// <summary>Reads on this thread; <paramref name="none"/> where nothing was ever stored.</summary>
    public T Read<T>(DocumentType type, T none, Func<OpenDatabase, string, T> read) =>
        Use([type], create: false, open => open.TryGet(type, out var collection) && collection is not null ? read(open, collection) : none, none);

    public IReadOnlyList<HeldDocuments> Measure() => Use<IReadOnlyList<HeldDocuments>>([], create: false, open => open.Measure(), []);

    public IReadOnlyList<StoredType> Types() => Use<IReadOnlyList<StoredType>>([], create: false, open => [.. open.Types], []);

    /// <summary>Some documents of a type as they are stored, in the order of their ids; where the type is known here, as it is prepared.</summary>
    public IReadOnlyList<(Guid Id, byte[] Body)> After(StoredType stored, DocumentType? type, Guid id, int count) =>
        Use<IReadOnlyList<(Guid, byte[])>>(type is null ? [] : [type], create: false, open => open.After(stored, id, count), []);

    /// <summary>Runs with the collections of these types made.</summary>
    public void Write(IReadOnlyCollection<DocumentType> types, Action<OpenDatabase> write) => Use(types, create: true, open =>
    {
        write(open);
        return true;
    }, none: true);

    /// <summary>Closes after a failure and takes back what was written but not acknowledged. The file is read whole before it is used again.</summary>
    void Abandon(OpenDatabase failed)
    {
        using var _ = lease.Exclusive();
        if (database != failed) return;
        database = null;
        files.Remove(this);
        isSuspect = true;
        failed.Dispose();
        opener.CutLog(paths, failed.SyncedLength);
    }

    public void CheckpointWhenLarge(long bytes)
    {
        if (database is not { } open || open.SyncedLength < bytes || !still.TryEnter()) return;
        try
        {
            bool isWhole;
            using (lease.Exclusive()) isWhole = database is null || database.TryCheckpoint();
            if (!isWhole) Abandon(open);
        }
        finally
        {
            still.Exit();
        }
    }

    /// <summary>Copies the file as it is now.</summary>
    /// <param name="copy">The copy's name.</param>
    /// <returns>Null where nothing was ever stored.</returns>
    public CopiedFile? Copy(string copy)
    {
        files.MakeRoom();
        lock (still)
        {
            var began = Stopwatch.GetTimestamp();
            using (lease.Exclusive())
            {
                database ??= Open(create: false);
                if (database is null) return null;
                if (!database.TryCheckpoint()) throw new StorageUnavailableException("The data can't be copied at the moment.");
            }

            var pause = Stopwatch.GetElapsedTime(began);
            File.Copy(paths.Data, copy);
            return new(pause, paths.MarkOfData());
        }
    }

    /// <summary>Puts another file in this one's place, whatever was in it.</summary>
    /// <param name="built">The file; where it is gone, that was done before.</param>
    public void Replace(string built)
    {
        lock (still)
        {
            using var _ = lease.Exclusive();
            if (!File.Exists(built)) return;
            database?.Dispose();
            database = null;
            files.Remove(this);
            opener.Replace(paths, built);
            (isMissing, isSuspect) = (false, false);
        }
    }

    /// <summary>Closes the file unless someone is inside.</summary>
    public bool TryClose()
    {
        if (!still.TryEnter()) return false;
        try
        {
            using var exclusive = lease.TryExclusive();
            if (exclusive is null) return false;
            Close();
            return true;
        }
        finally
        {
            still.Exit();
        }
    }

    /// <summary>Drops what is known of types that are gone, so that they can be unloaded.</summary>
    public void Forget(DocumentSet documents)
    {
        using var _ = lease.Exclusive();
        database?.Forget(documents.Types);
    }

    public string? WhyUnavailable() => database is null ? DatabaseOpener.WhyUnavailable(paths) : null;

    public void Dispose()
    {
        lock (still)
        {
            using (lease.Exclusive())
            {
                isOver = true;
                Close();
            }
        }

        lease.Dispose();
    }

    void Close()
    {
        if (database is not { } open) return;
        database = null;
        files.Remove(this);
        using (open) isSuspect |= !open.TryCheckpoint();
    }

    T Use<T>(IReadOnlyCollection<DocumentType> types, bool create, Func<OpenDatabase, T> use, T none)
    {
        for (var failures = 0; ;)
        {
            OpenDatabase? current = null;
            try
            {
                using (lease.Shared())
                {
                    LastUsed = opener.Now;
                    current = database;
                    if (current is not null && types.All(type => current.TryGet(type, out var made) && (made is not null || !create))) return use(current);
                    if (current is null && isMissing && !create) return none;
                }

                if (current is null) files.MakeRoom();
                using (lease.Exclusive())
                {
                    current = database ??= Open(create);
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
        ObjectDisposedException.ThrowIf(isOver, this);
        var open = opener.Open(Partition, paths, create, isSuspect);
        isMissing = open is null;
        isSuspect = false;
        if (open is not null) files.Add(this);
        return open;
    }
}

/// <param name="Pause">How long nobody else could be inside.</param>
/// <param name="Mark">Tells the state that was copied from others.</param>
readonly record struct CopiedFile(TimeSpan Pause, string Mark);
