using System.Buffers.Binary;
using System.Text;

namespace SmartKampung.News.Pictures;

/// <summary>A PNG is a row of chunks, each with its length, type, content and checksum.</summary>
static class PngChunks
{
    const int Signature = 8;
    const int Frame = 12;

    /// <summary>Chunks beyond those that every reader must know: transparency, colours, proportions and animation.</summary>
    static readonly HashSet<string> Shown =
        ["tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT"];

    public static byte[] WithoutMetadata(ReadOnlySpan<byte> bytes)
    {
        using var kept = new MemoryStream(bytes.Length);
        kept.Write(bytes[..Signature]);
        var isLast = false;
        for (var at = Signature; !isLast && at + Frame <= bytes.Length;)
        {
            var end = (int)Math.Min((long)at + Frame + BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]), bytes.Length);
            var type = Encoding.ASCII.GetString(bytes.Slice(at + 4, 4));
            if (char.IsAsciiLetterUpper(type[0]) || Shown.Contains(type)) kept.Write(bytes[at..end]);
            else if (type == "eXIf") KeepOrientation(bytes[(at + 8)..(end - 4)], kept);
            (at, isLast) = (end, type == "IEND");
        }

        return kept.ToArray();
    }

    static void KeepOrientation(ReadOnlySpan<byte> exif, MemoryStream kept)
    {
        var orientation = ExifOrientation.Of(exif);
        if (orientation == ExifOrientation.Upright) return;
        byte[] content = [.. "eXIf"u8, .. ExifOrientation.Only(orientation)];
        kept.Write([0, 0, 0, (byte)(content.Length - 4), .. content, .. Checksum(content)]);
    }

    static byte[] Checksum(ReadOnlySpan<byte> content)
    {
        var checksum = uint.MaxValue;
        foreach (var value in content)
        {
            checksum ^= value;
            for (var bit = 0; bit < 8; bit++) checksum = (checksum >> 1) ^ ((checksum & 1) * 0xEDB88320);
        }

        var written = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(written, ~checksum);
        return written;
    }
}
