using System.Security.Cryptography;

namespace SmartKampung.Host.Storage;

/// <summary>
/// Secrets of 32 random bytes, one behind the other in a file that other users of the machine can't open; the last one is the present one.
/// The file is changed in place: it keeps its owner, even where root changes the file of the host's user.
/// </summary>
static class SecretFile
{
    const int Bytes = 32;

    /// <summary>What a kill left of a secret that was being added is none.</summary>
    public static List<Secret> Read(string path) =>
        File.Exists(path) ? [.. File.ReadAllBytes(path).Chunk(Bytes).Where(secret => secret.Length == Bytes).Select(secret => new Secret(secret))] : [];

    public static Secret Append(string path)
    {
        var made = RandomNumberGenerator.GetBytes(Bytes);
        using var file = Open(path);
        file.Position = file.Length / Bytes * Bytes;
        file.Write(made);
        file.Flush(flushToDisk: true);
        return new(made);
    }

    /// <summary>Forgets all secrets but the present one, which stands in the file at each moment.</summary>
    public static void KeepLast(string path)
    {
        if (Read(path) is not { Count: > 1 } secrets) return;
        using var file = Open(path);
        file.Write(secrets[^1].Value);
        file.Flush(flushToDisk: true);
        file.SetLength(Bytes);
        file.Flush(flushToDisk: true);
    }

    static FileStream Open(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(path, options);
    }
}
