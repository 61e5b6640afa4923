namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>Keeps the last used files open and no more; an open file costs memory. A file that someone is reading stays.</summary>
sealed class OpenFiles(int limit)
{
    /// <summary>A closed file leaves half a megabyte or more in the oldest generation, which the collector by itself lets grow to several times what lives.</summary>
    const int ClosedBetweenCollections = 32;

    readonly Lock gate = new();
    readonly HashSet<DatabaseFile> open = [];
    int collections = GC.CollectionCount(GC.MaxGeneration);
    int closed;

    public int Count
    {
        get
        {
            lock (gate) return open.Count;
        }
    }

    public void Add(DatabaseFile file)
    {
        lock (gate) open.Add(file);
    }

    public void Remove(DatabaseFile file)
    {
        lock (gate)
        {
            open.Remove(file);
            if (!IsCollectionDue()) return;
        }

        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
    }

    public void MakeRoom()
    {
        if (Count < limit) return;
        foreach (var file in Oldest())
        {
            if (file.TryClose() && Count < limit) return;
        }
    }

    public void CloseUnusedSince(DateTimeOffset moment)
    {
        foreach (var file in Oldest().TakeWhile(file => file.LastUsed <= moment)) file.TryClose();
    }

    bool IsCollectionDue()
    {
        var present = GC.CollectionCount(GC.MaxGeneration);
        if (present != collections) (collections, closed) = (present, 0);
        return ++closed % ClosedBetweenCollections == 0;
    }

    List<DatabaseFile> Oldest()
    {
        lock (gate) return [.. open.OrderBy(file => file.LastUsed)];
    }
}
