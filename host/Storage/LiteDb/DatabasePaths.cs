namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>The names that belong to one database file.</summary>
sealed record DatabasePaths(string Data)
{
    public string Folder { get; } = Path.GetDirectoryName(Data)!;

    public string Log { get; } = LogOf(Data);

    /// <summary>LiteDB's own rule, so that its tools find the log of a set-aside file too.</summary>
    public static string LogOf(string data) =>
        Path.Combine(Path.GetDirectoryName(data)!, Path.GetFileNameWithoutExtension(data) + "-log" + Path.GetExtension(data));

    public IEnumerable<string> SetAside() =>
        Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, Path.GetFileName(Data) + ".damaged-*") : [];
}
