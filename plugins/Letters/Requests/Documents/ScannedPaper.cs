using System.Buffers.Binary;

namespace SmartKampung.Letters.Requests.Documents;

/// <summary>What a file is by its content, whatever its name says.</summary>
static class ScannedPaper
{
    const int LongestSide = 12_000;
    const int PngHead = 24;

    /// <exception cref="RefusedFileException">It is none of the three.</exception>
    public static (string ContentType, byte[] Content) Read(byte[] bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => ("image/jpeg", JpegPhoto.WithoutNotes(bytes) ?? throw new RefusedFileException("wrong.file_damaged")),
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => ("image/png", Png(bytes)),
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => ("application/pdf", Pdf(bytes)),
        [] => throw new RefusedFileException("wrong.file_empty"),
        _ => throw new RefusedFileException("wrong.file_kind"),
    };

    static byte[] Png(byte[] bytes)
    {
        if (bytes.Length < PngHead || !Fits(bytes, 16) || !Fits(bytes, 20)) throw new RefusedFileException("wrong.file_damaged");
        return PngPhoto.WithoutNotes(bytes) ?? throw new RefusedFileException("wrong.file_damaged");
    }

    static bool Fits(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at)) is > 0 and <= LongestSide;

    /// <summary>A document that was cut off on its way has no end.</summary>
    static byte[] Pdf(byte[] bytes) =>
        bytes.AsSpan(Math.Max(0, bytes.Length - 1024)).IndexOf("%%EOF"u8) >= 0 ? bytes : throw new RefusedFileException("wrong.file_damaged");
}
