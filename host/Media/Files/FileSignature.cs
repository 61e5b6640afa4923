using System.Text;

namespace SmartKampung.Host.Media;

/// <summary>What a file is by its first bytes. The name and the sender's word count for nothing.</summary>
enum FileSignature
{
    Unknown,
    Picture,
    Heic,
    Svg,
    Pdf,
    Zip,
    Text,
}

static class FileSignatures
{
    /// <summary>How many of a file's first bytes are looked at.</summary>
    public const int Length = 4096;

    public static FileSignature Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => FileSignature.Picture,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => FileSignature.Picture,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => FileSignature.Picture,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => FileSignature.Picture,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'h' or (byte)'m', (byte)'e' or (byte)'i' or (byte)'s', ..] => FileSignature.Heic,
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => FileSignature.Pdf,
        [(byte)'P', (byte)'K', 3, 4, ..] => FileSignature.Zip,
        _ => OfText(bytes),
    };

    static FileSignature OfText(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || bytes.ContainsAnyInRange((byte)0, (byte)8)) return FileSignature.Unknown;
        return Encoding.UTF8.GetString(bytes).Contains("<svg", StringComparison.OrdinalIgnoreCase) ? FileSignature.Svg : FileSignature.Text;
    }
}
