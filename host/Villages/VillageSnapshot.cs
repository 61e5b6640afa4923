using System.Security.Cryptography;
using System.Text.Json;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Villages;

/// <summary>
/// A copy of all villages in one file beside the store, so that a host with very many starts at once. The store is the truth: a copy counts
/// only while it bears the mark of the store's last change, was written by this very build and is whole.
/// </summary>
sealed partial class VillageSnapshot(DataFolder data, ILogger<VillageSnapshot> log)
{
    /// <summary>From how many villages on reading them from the store is felt.</summary>
    public const int Worthwhile = 5000;

    const int MarkLength = 32;

    static readonly Guid Build = typeof(VillageSnapshot).Module.ModuleVersionId;

    readonly string path = Path.Combine(data.Path, "villages.snapshot");

    /// <summary>The villages as they were after that change, or null where there is no such copy.</summary>
    public IReadOnlyList<VillageRecord>? Read(Guid change)
    {
        try
        {
            using var file = File.OpenRead(path);
            return HasMark(file, change) && IsWhole(file) ? JsonSerializer.Deserialize<List<VillageRecord>>(file) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>A copy that can't be written costs the next start its time and nothing else.</summary>
    public void Write(Guid change, IEnumerable<VillageRecord> villages)
    {
        try
        {
            using (var file = new FileStream(path + ".new", FileMode.Create, FileAccess.ReadWrite)) Write(file, change, villages);
            File.Move(path + ".new", path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogNotWritten(log, failure);
        }
    }

    /// <summary>The mark, the checksum, the villages.</summary>
    static void Write(FileStream file, Guid change, IEnumerable<VillageRecord> villages)
    {
        file.Write(MarkOf(change));
        file.Write(new byte[SHA256.HashSizeInBytes]);
        JsonSerializer.Serialize(file, villages);
        file.Position = MarkLength + SHA256.HashSizeInBytes;
        var checksum = SHA256.HashData(file);
        file.Position = MarkLength;
        file.Write(checksum);
    }

    static bool HasMark(FileStream file, Guid change) => Take(file, MarkLength).AsSpan().SequenceEqual(MarkOf(change));

    static bool IsWhole(FileStream file)
    {
        var written = Take(file, SHA256.HashSizeInBytes);
        var start = file.Position;
        var found = SHA256.HashData(file);
        file.Position = start;
        return found.AsSpan().SequenceEqual(written);
    }

    static byte[] Take(FileStream file, int length)
    {
        var bytes = new byte[length];
        file.ReadExactly(bytes);
        return bytes;
    }

    static byte[] MarkOf(Guid change) => [.. change.ToByteArray(), .. Build.ToByteArray()];

    [LoggerMessage(Level = LogLevel.Warning, Message = "The copy of all villages could not be written; the next start takes longer")]
    static partial void LogNotWritten(ILogger log, Exception failure);
}

/// <summary>Names the last change of the villages, in the same commit.</summary>
sealed record VillagesChange : Document
{
    public static readonly Guid Key = new("6f0a6c1e-52a4-4c0e-9d0c-5f7b6f6b1c01");

    public Guid Change { get; init; }

    /// <summary>The next change, after this one or after none.</summary>
    public static VillagesChange After(VillagesChange? last) => (last ?? new VillagesChange { Id = Key }) with { Change = Guid.NewGuid() };
}
