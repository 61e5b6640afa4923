using System.Buffers.Binary;

namespace SmartKampung.News.Pictures;

/// <summary>What the first bytes of a picture tell: its kind and its size in pixels. The name and the sender's word count for nothing.</summary>
sealed record PictureHeader(string Extension, int Width, int Height)
{
    const byte Exif = 0xE1;
    const byte Padding = 0xFF;

    public static PictureHeader? Read(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] when bytes.Length >= 24 => Of("png", Big32(bytes, 16), Big32(bytes, 20)),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] when bytes.Length >= 10 => Of("gif", Little16(bytes, 6), Little16(bytes, 8)),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] when bytes.Length >= 30 => WebP(bytes),
        [0xFF, 0xD8, 0xFF, ..] => Jpeg(bytes),
        _ => null,
    };

    static PictureHeader? Of(string extension, long width, long height) =>
        width is > 0 and <= 30_000 && height is > 0 and <= 30_000 ? new(extension, (int)width, (int)height) : null;

    static PictureHeader? WebP(ReadOnlySpan<byte> bytes) => bytes[12..16] switch
    {
        [(byte)'V', (byte)'P', (byte)'8', (byte)' '] => Of("webp", Little16(bytes, 26) & 0x3FFF, Little16(bytes, 28) & 0x3FFF),
        [(byte)'V', (byte)'P', (byte)'8', (byte)'L'] => Lossless(BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..])),
        [(byte)'V', (byte)'P', (byte)'8', (byte)'X'] => Of("webp", Little24(bytes, 24) + 1, Little24(bytes, 27) + 1),
        _ => null,
    };

    static PictureHeader? Lossless(uint bits) => Of("webp", (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1);

    // Segments follow each other, each with its length; the frame's (SOF) holds the size.
    static PictureHeader? Jpeg(ReadOnlySpan<byte> bytes)
    {
        var turned = false;
        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xFF;)
        {
            var (marker, length) = (bytes[at + 1], Big16(bytes, at + 2));
            if (IsFrame(marker)) return Frame(bytes[at..], turned);
            if (marker == Exif && length > 2) turned |= ExifOrientation.IsTurned(bytes[(at + 4)..Math.Min(at + 2 + length, bytes.Length)]);
            at += marker == Padding ? 1 : 2 + length;
        }

        return null;
    }

    static PictureHeader? Frame(ReadOnlySpan<byte> segment, bool turned) =>
        turned ? Of("jpg", Big16(segment, 5), Big16(segment, 7)) : Of("jpg", Big16(segment, 7), Big16(segment, 5));

    static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    static int Big16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    static long Big32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);

    static int Little16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    static int Little24(ReadOnlySpan<byte> bytes, int at) => bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16);
}
