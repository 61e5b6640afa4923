using System.Buffers.Binary;

namespace SmartKampung.News.Pictures;

/// <summary>A phone that was held upright stores its picture lying and notes that it is to be turned; browsers do so.</summary>
static class ExifOrientation
{
    const ushort Orientation = 0x0112;
    const int FirstTurned = 5;

    /// <summary>Whether width and height change places when the picture is shown.</summary>
    /// <param name="segment">The content of an APP1 segment of a JPEG.</param>
    public static bool IsTurned(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 14 || !segment.StartsWith("Exif\0\0"u8)) return false;
        var tiff = segment[6..];
        var little = tiff[0] == (byte)'I';
        var directory = Read32(tiff, 4, little);
        return directory <= tiff.Length - 2 && Search(tiff, (int)directory, little) >= FirstTurned;
    }

    static int Search(ReadOnlySpan<byte> tiff, int directory, bool little)
    {
        var count = Read16(tiff, directory, little);
        for (var entry = directory + 2; count > 0 && entry + 12 <= tiff.Length; entry += 12, count--)
            if (Read16(tiff, entry, little) == Orientation) return Read16(tiff, entry + 8, little);
        return 1;
    }

    static ushort Read16(ReadOnlySpan<byte> tiff, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(tiff[at..]) : BinaryPrimitives.ReadUInt16BigEndian(tiff[at..]);

    static uint Read32(ReadOnlySpan<byte> tiff, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[at..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[at..]);
}
