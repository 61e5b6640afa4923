using System.Security.Cryptography;
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

    const int ChecksumLength = SHA256.HashSizeInBytes;

    static readonly Guid Build = typeof(VillageSnapshot).Module.ModuleVersionId;

    readonly string path = Path.Combine(data.Path, "villages.snapshot");

    /// <summary>The villages as they were after that change, or null where there is no such copy.</summary>
    public IReadOnlyList<VillageRecord>? Read(Guid change)
    {
        try
        {
            var file = File.ReadAllBytes(path);
            return IsWhole(file) ? Read(file, change) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>A copy that can't be written costs the next start its time and nothing else.</summary>
    public void Write(Guid change, IReadOnlyCollection<VillageRecord> villages)
    {
        try
        {
            File.WriteAllBytes(path + ".new", Pack(change, villages));
            File.Move(path + ".new", path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogNotWritten(log, failure);
        }
    }

    static byte[] Pack(Guid change, IReadOnlyCollection<VillageRecord> villages)
    {
        using var packed = new MemoryStream();
        using var writer = new BinaryWriter(packed);
        writer.Write(change.ToByteArray());
        writer.Write(Build.ToByteArray());
        writer.Write(villages.Count);
        var records = new VillageRecordWriter(writer);
        foreach (var village in villages) records.Write(village);
        writer.Write(SHA256.HashData(packed.GetBuffer().AsSpan(0, (int)packed.Length)));
        return packed.ToArray();
    }

    static bool IsWhole(ReadOnlySpan<byte> file) =>
        file.Length > ChecksumLength && SHA256.HashData(file[..^ChecksumLength]).AsSpan().SequenceEqual(file[^ChecksumLength..]);

    static VillageRecord[]? Read(byte[] file, Guid change)
    {
        using var reader = new BinaryReader(new MemoryStream(file));
        if (new Guid(reader.ReadBytes(16)) != change || new Guid(reader.ReadBytes(16)) != Build) return null;
        var villages = new VillageRecord[reader.ReadInt32()];
        var records = new VillageRecordReader(reader);
        for (var i = 0; i < villages.Length; i++) villages[i] = records.Read();
        return villages;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The copy of all villages could not be written; the next start takes longer")]
    static partial void LogNotWritten(ILogger log, Exception failure);
}

/// <summary>Names the last change of the villages, in the same commit.</summary>
sealed record VillagesChange : Document, IHousekeeping
{
    public static readonly Guid Key = new("6f0a6c1e-52a4-4c0e-9d0c-5f7b6f6b1c01");

    public Guid Change { get; init; }

    /// <summary>The next change, after this one or after none.</summary>
    public static VillagesChange After(VillagesChange? last) => (last ?? new VillagesChange { Id = Key }) with { Change = Guid.NewGuid() };
}
