using System.Buffers.Binary;
using System.Text;

namespace SmartKampung.News.Pictures;

/// <summary>A WebP is a RIFF file: a row of chunks, each with its type, length and content of an even number of bytes.</summary>
static class WebPChunks
{
    const int Start = 12;
    const int Head = 8;
    const int Flags = Start + Head;
    const byte HasExif = 0x08;
    const byte HasXmp = 0x04;

    static readonly HashSet<string> Shown = ["VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP"];

    public static byte[] WithoutMetadata(ReadOnlySpan<byte> bytes)
    {
        using var kept = new MemoryStream(bytes.Length);
        kept.Write(bytes[..Start]);
        var orientation = ExifOrientation.Upright;
        for (var at = Start; at + Head <= bytes.Length;)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 4)..]);
            var end = (int)Math.Min(at + Head + (long)size + (size & 1), bytes.Length);
            var type = Encoding.ASCII.GetString(bytes.Slice(at, 4));
            if (Shown.Contains(type)) kept.Write(bytes[at..end]);
            else if (type == "EXIF") orientation = ExifOrientation.Of(bytes[(at + Head)..end]);
            at = end;
        }

        return Close(kept, orientation);
    }

    /// <summary>Only the extended format, which begins with flags, may hold EXIF.</summary>
    static byte[] Close(MemoryStream kept, ushort orientation)
    {
        var bytes = kept.ToArray();
        if (bytes.Length > Flags && bytes.AsSpan(Start).StartsWith("VP8X"u8))
        {
            bytes[Flags] &= unchecked((byte)~(HasExif | HasXmp));
            if (orientation != ExifOrientation.Upright) bytes = WithOrientation(bytes, orientation);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), (uint)bytes.Length - Head);
        return bytes;
    }

    static byte[] WithOrientation(byte[] bytes, ushort orientation)
    {
        bytes[Flags] |= HasExif;
        var exif = ExifOrientation.Only(orientation);
        return [.. bytes, .. "EXIF"u8, (byte)exif.Length, 0, 0, 0, .. exif];
    }
}
