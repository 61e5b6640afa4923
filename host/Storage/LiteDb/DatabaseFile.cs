using System.Diagnostics;
using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>
/// One partition's file, open or not. Readers and the writer's commits share the lease; opening, closing, making collections
/// and checkpoints have it alone. Whoever holds it stays on its thread.
/// </summary>
sealed class DatabaseFile : IDisposable
{
    readonly DatabasePaths paths;
    readonly DatabaseOpener opener;
    readonly OpenFiles files;
    readonly DatabaseHandle handle;
    readonly Lease lease = new();

    /// <summary>Held while the data file is copied: commits go on in the log, and nothing moves them into the data file meanwhile.</summary>
    readonly Lock still = new();

    public DatabaseFile(Partition partition, DatabasePaths paths, DatabaseOpener opener, OpenFiles files)
    {
        (Partition, this.paths, this.opener, this.files) = (partition, paths, opener, files);
        handle = new(this, paths, opener, files);
    }

    public Partition Partition { get; }

    public DateTimeOffset LastUsed { get; private set; }

    public bool IsOpen => handle.Database is not null;

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

    public void CheckpointWhenLarge(long bytes)
    {
        if (handle.Database is not { } open || open.SyncedLength < bytes || !still.TryEnter()) return;
        try
        {
            bool isWhole;
            using (lease.Exclusive()) isWhole = handle.Database is null || handle.Database.TryCheckpoint();
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
                if (handle.Open(create: false) is not { } open) return null;
                if (!open.TryCheckpoint()) throw new StorageUnavailableException("The data can't be copied at the moment.");
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
            if (File.Exists(built)) handle.Replace(built);
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
            handle.Close();
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
        handle.Database?.Forget(documents.Types);
    }

    public string? WhyUnavailable() => handle.Database is null ? DatabaseOpener.WhyUnavailable(paths) : null;

    public void Dispose()
    {
        lock (still)
        {
            using (lease.Exclusive()) handle.End();
        }

        lease.Dispose();
    }

    void Abandon(OpenDatabase failed)
    {
        using var _ = lease.Exclusive();
        handle.Abandon(failed);
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
                    current = handle.Database;
                    if (current is not null && types.All(type => current.TryGet(type, out var made) && (made is not null || !create))) return use(current);
                    if (current is null && handle.IsMissing && !create) return none;
                }

                if (current is null) files.MakeRoom();
                using (lease.Exclusive())
                {
                    current = handle.Open(create);
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
}

/// <param name="Pause">How long nobody else could be inside.</param>
/// <param name="Mark">Tells the state that was copied from others.</param>
readonly record struct CopiedFile(TimeSpan Pause, string Mark);
