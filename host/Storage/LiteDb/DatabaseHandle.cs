namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>What is open of a file, and what is known of it while nothing is. Whoever opens, closes or replaces has the file's lease alone.</summary>
sealed class DatabaseHandle(DatabaseFile file, DatabasePaths paths, DatabaseOpener opener, OpenFiles files)
{
    bool isSuspect;
    bool isOver;

    public OpenDatabase? Database { get; private set; }

    /// <summary>There is no file, as far as is known.</summary>
    public bool IsMissing { get; private set; }

    /// <returns>Null where nothing was ever stored and nothing is to be made.</returns>
    public OpenDatabase? Open(bool create)
    {
        if (Database is not null) return Database;
        ObjectDisposedException.ThrowIf(isOver, this);
        Database = opener.Open(file.Partition, paths, create, isSuspect);
        (IsMissing, isSuspect) = (Database is null, false);
        if (Database is not null) files.Add(file);
        return Database;
    }

    public void Close()
    {
        if (Leave() is not { } open) return;
        using (open) isSuspect |= !open.TryCheckpoint();
    }

    /// <summary>Closes after a failure and takes back what was written but not acknowledged. The file is read whole before it is used again.</summary>
    public void Abandon(OpenDatabase failed)
    {
        if (Database != failed) return;
        Leave();
        isSuspect = true;
        failed.Dispose();
        opener.CutLog(paths, failed.SyncedLength);
    }

    /// <summary>Puts another file in this one's place.</summary>
    public void Replace(string built)
    {
        Leave()?.Dispose();
        opener.Replace(paths, built);
        (IsMissing, isSuspect) = (false, false);
    }

    /// <summary>Closes for good.</summary>
    public void End()
    {
        isOver = true;
        Close();
    }

    OpenDatabase? Leave()
    {
        var left = Database;
        if (left is null) return null;
        Database = null;
        files.Remove(file);
        return left;
    }
}
