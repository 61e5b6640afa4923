using System.Buffers.Binary;

namespace SmartKampung.News.Pictures;

/// <summary>A JPEG is a row of segments, each with a marker and its length; coded lines follow a scan's.</summary>
static class JpegSegments
{
    const byte Mark = 0xFF;
    const byte EndOfImage = 0xD9;
    const byte StartOfScan = 0xDA;
    const byte Exif = 0xE1;
    const byte Profile = 0xE2;
    const int Head = 4;

    public static byte[] WithoutMetadata(ReadOnlySpan<byte> bytes)
    {
        using var kept = new MemoryStream(bytes.Length);
        kept.Write(bytes[..2]);
        for (var at = 2; at + Head <= bytes.Length && !(bytes[at] == Mark && bytes[at + 1] == EndOfImage);)
        {
            if (bytes[at] != Mark || !HasLength(bytes[at + 1]))
            {
                at++;
                continue;
            }

            var end = Math.Min(at + 2 + Math.Max(2, (int)BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..])), bytes.Length);
            if (bytes[at + 1] == StartOfScan) end = EndOfLines(bytes, end);
            Keep(bytes[at..end], kept);
            at = end;
        }

        kept.Write([Mark, EndOfImage]);
        return kept.ToArray();
    }

    static void Keep(ReadOnlySpan<byte> segment, MemoryStream kept)
    {
        var marker = segment[1];
        var content = segment[Head..];
        if (IsShown(marker, content)) kept.Write(segment);
        else if (marker == Exif && ExifOrientation.Of(content) is not ExifOrientation.Upright and var orientation)
            kept.Write([Mark, Exif, 0, 34, .. "Exif\0\0"u8, .. ExifOrientation.Only(orientation)]);
    }

    /// <summary>Tables, frames and scans; of the applications' segments those of JFIF, Adobe's on the colours, and the colour profile.</summary>
    static bool IsShown(byte marker, ReadOnlySpan<byte> content) =>
        marker is <= 0xE0 or 0xEE || (marker == Profile && content.StartsWith("ICC_PROFILE\0"u8));

    static bool HasLength(byte marker) => marker is >= 0xC0 and not (>= 0xD0 and <= 0xD9) and not Mark;

    /// <summary>In coded lines a mark is followed by zero, or counts restarts from D0 to D7.</summary>
    static int EndOfLines(ReadOnlySpan<byte> bytes, int at)
    {
        for (; at + 1 < bytes.Length; at++)
            if (bytes[at] == Mark && bytes[at + 1] is not (0 or (>= 0xD0 and <= 0xD7) or Mark)) return at;
        return bytes.Length;
    }
}
