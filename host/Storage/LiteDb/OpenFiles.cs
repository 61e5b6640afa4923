namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>Keeps the last used files open and no more; an open file costs memory. A file that someone is reading stays.</summary>
sealed class OpenFiles(int limit)
{
    readonly Lock _lock = new();
    readonly HashSet<DatabaseFile> _open = [];

    public int Count
    {
        get
        {
            lock (_lock) return _open.Count;
        }
    }

    public void Add(DatabaseFile file)
    {
        lock (_lock) _open.Add(file);
    }

    public void Remove(DatabaseFile file)
    {
        lock (_lock) _open.Remove(file);
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
        lock (_lock) return [.. _open.OrderBy(file => file.LastUsed)];
    }
}
