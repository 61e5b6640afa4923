using System.Security.Cryptography;
using System.Text;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Backups;

/// <summary>
/// The last 64 bytes of a backup are the SHA-256 of all before them, in hexadecimal digits: the end of the ZIP archive's comment, so that it
/// stays an archive, and no byte of it can change unnoticed.
/// </summary>
static class EndHash
{
    public const int Size = 64;

    const int Buffer = 128 * 1024;

    /// <summary>The comment while the archive is written; its end is replaced.</summary>
    public static string Comment { get; } = "SmartKampung backup; SHA-256 of all before these digits: " + new string('0', Size);

    public static async Task<bool> HoldsAsync(Stream backup, CancellationToken stop)
    {
        if (backup.Length < Size) return false;
        backup.Position = 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Buffer];
        for (var left = backup.Length - Size; left > 0;)
        {
            var read = await backup.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), stop);
            if (read == 0) return false;
            hash.AppendData(buffer, 0, read);
            left -= read;
        }

        await backup.ReadExactlyAsync(buffer.AsMemory(0, Size), stop);
        return Encoding.ASCII.GetString(buffer, 0, Size) == Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>Hashes what is written, and writes the hash in the place of its last bytes.</summary>
sealed class EndHashStream(Stream file) : WriteOnlyStream
{
    readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    readonly List<byte> tail = [];

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        tail.AddRange(buffer);
        if (tail.Count <= EndHash.Size) return;
        var ready = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tail)[..^EndHash.Size];
        hash.AppendData(ready);
        file.Write(ready);
        tail.RemoveRange(0, ready.Length);
    }

    public void Finish() => file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset())));

    protected override void Dispose(bool disposing)
    {
        hash.Dispose();
        base.Dispose(disposing);
    }
}
