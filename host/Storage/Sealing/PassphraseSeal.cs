using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SmartKampung.Host.Storage;

/// <summary>
/// How a file is encrypted with a passphrase: a header, then chunks by AES-256-GCM. Each chunk's nonce is its number and whether it is the
/// last, so that none can be cut off, moved or taken from another file; README.md tells it byte by byte.
/// </summary>
sealed class PassphraseSeal : IDisposable
{
    public const int HeaderSize = 32;
    public const int ChunkSize = 64 * 1024;
    public const int TagSize = 16;

    /// <summary>What OWASP asks of PBKDF2 with SHA-256.</summary>
    public const int UsualRounds = 600_000;

    const int SaltSize = 16;
    const int KeySize = 32;

    /// <summary>A header from outside may not keep the host computing for long.</summary>
    const int MostRounds = 4_000_000;

    readonly byte[] header;
    readonly AesGcm cipher;

    PassphraseSeal(byte[] header, string passphrase)
    {
        this.header = header;
        var rounds = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(8));
        var key = Rfc2898DeriveBytes.Pbkdf2(passphrase.Normalize(), header.AsSpan(HeaderSize - SaltSize), rounds, HashAlgorithmName.SHA256, KeySize);
        cipher = new(key, TagSize);
        CryptographicOperations.ZeroMemory(key);
    }

    static ReadOnlySpan<byte> Mark => "SKBACKUP"u8;

    public ReadOnlySpan<byte> Header => header;

    public static PassphraseSeal Create(string passphrase, int rounds)
    {
        var header = new byte[HeaderSize];
        Mark.CopyTo(header);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(8), rounds);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(12), ChunkSize);
        RandomNumberGenerator.Fill(header.AsSpan(HeaderSize - SaltSize));
        return new(header, passphrase);
    }

    /// <summary>Whether a file begins as a sealed one does; the stream stays where it is.</summary>
    public static bool IsOn(Stream file)
    {
        var mark = new byte[Mark.Length];
        var position = file.Position;
        var count = file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false);
        file.Position = position;
        return count == mark.Length && Mark.SequenceEqual(mark);
    }

    /// <returns>Null where the header is not one of this host's.</returns>
    public static PassphraseSeal? Read(Stream file, string passphrase)
    {
        var header = new byte[HeaderSize];
        var isWhole = file.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false) == HeaderSize;
        var isKnown = isWhole && BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(8)) is > 0 and <= MostRounds && BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(12)) == ChunkSize;
        return isKnown ? new(header, passphrase) : null;
    }

    public void Encrypt(long number, bool isLast, ReadOnlySpan<byte> chunk, Span<byte> written) =>
        cipher.Encrypt(Nonce(number, isLast), chunk, written[..chunk.Length], written.Slice(chunk.Length, TagSize), header);

    /// <summary>False where the chunk was changed, is another one, or the passphrase is wrong.</summary>
    public bool TryDecrypt(long number, bool isLast, ReadOnlySpan<byte> written, Span<byte> chunk)
    {
        try
        {
            cipher.Decrypt(Nonce(number, isLast), written[..^TagSize], written[^TagSize..], chunk[..(written.Length - TagSize)], header);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }

    public void Dispose() => cipher.Dispose();

    static byte[] Nonce(long number, bool isLast)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(3), number);
        nonce[^1] = isLast ? (byte)1 : (byte)0;
        return nonce;
    }
}
