namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>Bounds what the kept collections of all files take together; the ones longest unused go first.</summary>
sealed class KeptMemory(long limit)
{
    readonly Lock gate = new();
    readonly HashSet<KeptCollection> kept = [];
    long bytes;

    public long Bytes
    {
        get
        {
            lock (gate) return bytes;
        }
    }

    public void Add(KeptCollection collection, long size)
    {
        lock (gate)
        {
            kept.Add(collection);
            bytes += size;
        }
    }

    public void Remove(KeptCollection collection, long size)
    {
        lock (gate)
        {
            if (kept.Remove(collection)) bytes -= size;
        }
    }

    /// <summary>Not within <see cref="Add"/>: a collection that is dropped takes its own lock first, then this one's.</summary>
    public void MakeRoom()
    {
        if (Bytes <= limit) return;
        foreach (var collection in Oldest())
        {
            if (Bytes <= limit) return;
            collection.Drop();
        }
    }

    List<KeptCollection> Oldest()
    {
        lock (gate) return [.. kept.OrderBy(collection => collection.LastUsed)];
    }
}
