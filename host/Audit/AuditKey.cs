using System.Security.Cryptography;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Audit;

/// <summary>
/// The secrets that entries are sealed with, one behind the other in a file: the last one seals, those before it still prove what they sealed.
/// The file lies among the installation's keys and not in the databases, so that who can write into a village's file alone can't seal what they forge.
/// Lost, the log can still be read; that it is whole can't be shown any more.
/// </summary>
sealed class AuditKey(DataFolder folder)
{
    const string FileName = "audit.key";
    const int Bytes = 32;

    readonly Lock gate = new();
    List<AuditSecret> known = [];

    /// <summary>The one that seals. Looks at the file each time, so that a renewed key holds at once.</summary>
    public AuditSecret Present => All()[^1];

    /// <summary>Every secret that an entry may be sealed with.</summary>
    public IReadOnlyList<AuditSecret> All()
    {
        lock (gate)
        {
            if (Read(FullName) is { Count: > 0 } read) known = read;
            else if (known.Count == 0) known = [Append(FullName)];
            return known;
        }
    }

    /// <summary>Adds a new key, which a host that runs over the folder seals with from then on.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Another user's file.</exception>
    public static void Renew(string folder) => Append(PathIn(folder));

    public static string PathIn(string folder) => Path.Combine(new DataFolder(folder).MakeKeys().FullName, FileName);

    string FullName => PathIn(folder.Path);

    /// <summary>What a kill left of a key that was being added is none.</summary>
    static List<AuditSecret> Read(string path) =>
        File.Exists(path) ? [.. File.ReadAllBytes(path).Chunk(Bytes).Where(key => key.Length == Bytes).Select(key => new AuditSecret(key))] : [];

    /// <summary>In place: the file keeps its owner, even where root renews the key of the host's user.</summary>
    static AuditSecret Append(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var made = RandomNumberGenerator.GetBytes(Bytes);
        using var file = new FileStream(path, options);
        file.Position = file.Length / Bytes * Bytes;
        file.Write(made);
        file.Flush(flushToDisk: true);
        return new(made);
    }
}

/// <summary>A secret with the name that entries call it by, which does not tell it.</summary>
sealed class AuditSecret(byte[] value)
{
    const int Letters = 12;

    public byte[] Value { get; } = value;

    public string Id { get; } = Convert.ToHexStringLower(SHA256.HashData(value))[..Letters];
}
