namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>Opens and makes database files, and sets damaged ones aside.</summary>
sealed partial class DatabaseOpener(IDiskSync sync, SetAsideFiles setAside, KeptMemory memory, PersonalSeals seals, TimeProvider clock, ILogger<DatabaseOpener> logger)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Returns null where there is no file and none is to be made.</summary>
    /// <exception cref="StorageUnavailableException">The file is damaged or can't be opened now.</exception>
    public OpenDatabase? Open(Partition partition, DatabasePaths paths, bool create, bool isSuspect)
    {
        if (WhyUnavailable(paths) is { } reason) throw new StorageUnavailableException(reason);
        try
        {
            if (!File.Exists(paths.Data))
            {
                if (!create) return null;
                Create(paths);
            }

            return OpenWhole(paths, seals.Of(partition), isSuspect);
        }
        catch (EngineFailureException failure) when (!failure.IsPassing)
        {
            SetAside(partition, paths, failure);
            throw new StorageUnavailableException("The data is damaged.", failure);
        }
        catch (Exception failure) when (failure is EngineFailureException or IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException("The data can't be opened at the moment: " + failure.Message, failure);
        }
    }

    /// <summary>A missing file beside a damaged one or a log is no empty village.</summary>
    public static string? WhyUnavailable(DatabasePaths paths)
    {
        if (File.Exists(paths.Data)) return null;
        if (paths.SetAside().FirstOrDefault() is { } damaged) return $"The data is damaged and was set aside as {damaged}.";
        return File.Exists(paths.Log) ? $"The log {paths.Log} has lost its database file." : null;
    }

    /// <summary>Takes back what was written since, though it was not acknowledged.</summary>
    public void CutLog(DatabasePaths paths, long length)
    {
        try
        {
            if (!File.Exists(paths.Log) || new FileInfo(paths.Log).Length <= length) return;
            using var log = File.OpenHandle(paths.Log, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.SetLength(log, length);
            sync.SyncFile(log);
        }
        catch (IOException failure)
        {
            LogNotCut(logger, paths.Log, failure);
        }
    }

    /// <summary>The log goes first: beside another data file it would be worse than none.</summary>
    public void Replace(DatabasePaths paths, string built)
    {
        try
        {
            Directory.CreateDirectory(paths.Folder);
            File.Delete(paths.Log);
            File.Move(built, paths.Data, overwrite: true);
            sync.SyncFolder(paths.Folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException("The data can't be put in place at the moment: " + failure.Message, failure);
        }
    }

    OpenDatabase OpenWhole(DatabasePaths paths, PartitionSeal seal, bool isSuspect)
    {
        EngineFailureException.Guard(() => DatabaseHeader.Check(paths));
        var open = OpenDatabase.Open(paths, sync, memory, seal);
        try
        {
            if (isSuspect) open.Verify();
            return open;
        }
        catch
        {
            open.Dispose();
            throw;
        }
    }

    /// <summary>Under another name first, so that a file of the right name is never half made.</summary>
    void Create(DatabasePaths paths)
    {
        Directory.CreateDirectory(paths.Folder);
        var unfinished = new DatabasePaths(paths.Data + ".new");
        File.Delete(unfinished.Data);
        File.Delete(unfinished.Log);
        Engine.Create(unfinished.Data);

        using (var file = File.OpenHandle(unfinished.Data, FileMode.Open, FileAccess.ReadWrite)) sync.SyncFile(file);
        File.Move(unfinished.Data, paths.Data);
        sync.SyncFolder(paths.Folder);
    }

    void SetAside(Partition partition, DatabasePaths paths, Exception cause)
    {
        setAside.Add(partition);
        try
        {
            MoveAside(partition, paths, cause);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogDamaged(logger, partition.Kind, partition.Id, paths.Data, "nothing, it can't even be renamed: " + failure.Message, cause);
        }
    }

    void MoveAside(Partition partition, DatabasePaths paths, Exception cause)
    {
        var suffix = $".damaged-{clock.GetUtcNow():yyyyMMddHHmmss}";
        File.Move(paths.Data, paths.Data + suffix);
        if (File.Exists(paths.Log)) File.Move(paths.Log, DatabasePaths.LogOf(paths.Data + suffix));
        sync.SyncFolder(paths.Folder);
        var rebuilt = DatabaseRebuild.TryRebuild(new(paths.Data + suffix), seals.Of(partition), paths.Data + suffix.Replace("damaged", "rebuilt", StringComparison.Ordinal), sync);
        LogDamaged(logger, partition.Kind, partition.Id, paths.Data + suffix, rebuilt ?? "no copy, since too much is lost", cause);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The data of {Kind} {Id} is damaged; what is left of it is {File}. Rebuilt from it: {Rebuilt}. Nothing is served until a whole file has its name again.")]
    static partial void LogDamaged(ILogger logger, PartitionKind kind, Guid id, string file, string rebuilt, Exception cause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The log {File} could not be cut back after a failed save.")]
    static partial void LogNotCut(ILogger logger, string file, Exception cause);
}
