namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>A copy of a database file, in a folder of its own that other users can't open. What is damaged is found while it is read.</summary>
sealed class DatabaseCopy(PartitionSeal seal) : IPartitionCopy
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("smartkampung-");
    OpenDatabase? database;

    public IReadOnlyList<StoredType> Types { get; private set; } = [];

    public static DatabaseCopy Of(DatabaseFile file, PartitionSeal seal)
    {
        var copy = new DatabaseCopy(seal);
        try
        {
            copy.Fill(file);
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    public TimeSpan Pause { get; private set; }

    public string Mark { get; private set; } = "";

    public IReadOnlyList<byte[]> Read(StoredType type) => [.. Stream(type)];

    public IEnumerable<byte[]> Stream(StoredType type) => StreamSealed(type).Select(body => seal.Open(type.Owner, type.Name, body));

    public IEnumerable<byte[]> StreamSealed(StoredType type)
    {
        using var bodies = database!.Bodies(type).GetEnumerator();
        while (Try(bodies.MoveNext)) yield return bodies.Current;
    }

    public void Dispose()
    {
        database?.Dispose();
        folder.Delete(recursive: true);
    }

    void Fill(DatabaseFile file) => Try(() =>
    {
        var path = Path.Combine(folder.FullName, "copy.db");
        if (file.Copy(path) is not { } taken) return false;
        (Pause, Mark) = (taken.Pause, taken.Mark);
        database = OpenDatabase.Open(new(path), new DiskSync(), new(0), seal);
        Types = [.. database.Types];
        return true;
    });

    static T Try<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception failure) when (failure is EngineFailureException or IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException("The data can't be copied: " + failure.Message, failure);
        }
    }
}
