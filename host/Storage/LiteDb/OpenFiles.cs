namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>Keeps the last used files open and no more; an open file costs memory. A file that someone is reading stays.</summary>
sealed class OpenFiles(int limit)
{
    readonly Lock gate = new();
    readonly HashSet<DatabaseFile> open = [];

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
        lock (gate) open.Remove(file);
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

    List<DatabaseFile> Oldest()
    {
        lock (gate) return [.. open.OrderBy(file => file.LastUsed)];
    }
}
