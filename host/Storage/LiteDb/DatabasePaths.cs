using System.Globalization;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>The names that belong to one database file.</summary>
sealed record DatabasePaths(string Data)
{
    public string Folder { get; } = Path.GetDirectoryName(Data)!;

    public string Log { get; } = LogOf(Data);

    /// <summary>LiteDB's own rule, so that its tools find the log of a set-aside file too.</summary>
    public static string LogOf(string data) =>
        Path.Combine(Path.GetDirectoryName(data)!, Path.GetFileNameWithoutExtension(data) + "-log" + Path.GetExtension(data));

    /// <summary>Tells one state of the file from another: its length and when it was written. A checkpoint changes it too.</summary>
    public string Mark() => MarkOf(Log) is { Length: > 0 } log ? $"{MarkOfData()} {log}" : MarkOfData();

    /// <summary>The mark while nothing stands in the log.</summary>
    public string MarkOfData() => MarkOf(Data);

    static string MarkOf(string file) =>
        new FileInfo(file) is { Exists: true, Length: > 0 } written ? string.Create(CultureInfo.InvariantCulture, $"{written.Length} {written.LastWriteTimeUtc.Ticks}") : "";

    public IEnumerable<string> SetAside() =>
        Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, Path.GetFileName(Data) + ".damaged-*") : [];
}
