using System.Buffers.Binary;

namespace SmartKampung.News.Pictures;

/// <summary>A phone that was held upright stores its picture lying and notes that it is to be turned; browsers do so.</summary>
static class ExifOrientation
{
    public const ushort Upright = 1;

    const ushort Orientation = 0x0112;
    const int FirstTurned = 5;
    const int Last = 8;

    /// <summary>Whether width and height change places when the picture is shown.</summary>
    /// <param name="exif">The content of an APP1 segment of a JPEG.</param>
    public static bool IsTurned(ReadOnlySpan<byte> exif) => Of(exif) >= FirstTurned;

    /// <summary>How the picture is to be turned or mirrored, from 1 to 8.</summary>
    /// <param name="exif">The content of an APP1 segment, or of an EXIF chunk.</param>
    public static ushort Of(ReadOnlySpan<byte> exif)
    {
        var tiff = exif.StartsWith("Exif\0\0"u8) ? exif[6..] : exif;
        var little = tiff.StartsWith("II*\0"u8);
        if (tiff.Length < 8 || !(little || tiff.StartsWith("MM\0*"u8))) return Upright;
        var directory = Read32(tiff, 4, little);
        return directory <= tiff.Length - 2 && Search(tiff, (int)directory, little) is > Upright and <= Last and var found ? found : Upright;
    }

    /// <summary>A directory that holds the orientation and nothing else.</summary>
    public static byte[] Only(ushort orientation) =>
        [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];

    static ushort Search(ReadOnlySpan<byte> tiff, int directory, bool little)
    {
        var count = Read16(tiff, directory, little);
        for (var entry = directory + 2; count > 0 && entry + 12 <= tiff.Length; entry += 12, count--)
            if (Read16(tiff, entry, little) == Orientation) return Read16(tiff, entry + 8, little);
        return Upright;
    }

    static ushort Read16(ReadOnlySpan<byte> tiff, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(tiff[at..]) : BinaryPrimitives.ReadUInt16BigEndian(tiff[at..]);

    static uint Read32(ReadOnlySpan<byte> tiff, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[at..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[at..]);
}
