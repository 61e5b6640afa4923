using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace SmartKampung.Tests.Host.Media;

/// <summary>Files as people and attackers send them.</summary>
static class Pictures
{
    static int pictures;

    /// <summary>A red CMYK picture of 8 by 8, as a print shop sends it.</summary>
    public static byte[] Cmyk { get; } = Convert.FromBase64String(
        "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwABAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB/8AAFAgACAAIBAERAAIRAAMRAAQRAP/EAB" +
        "8AAAAADAAAAAAAAAAAAAAAAAABAgMEBQYHCAkKC//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAOBAEAAgADAAQAAD8Ar+Fv/W/9X8P/2Q==");

    /// <summary>Two frames: red, then blue.</summary>
    public static byte[] MovingGif { get; } =
    [
        .. "GIF89a"u8, 2, 0, 2, 0, 0x80, 0, 0, 255, 0, 0, 0, 0, 255,
        0x21, 0xFF, 0x0B, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0,
        0x2C, 0, 0, 0, 0, 2, 0, 2, 0, 0, 2, 2, 0x84, 0x51, 0,
        0x2C, 0, 0, 0, 0, 2, 0, 2, 0, 0, 2, 2, 0x8C, 0x53, 0, 0x3B,
    ];

    /// <summary>A picture that nobody else has: left half red, right half blue.</summary>
    public static byte[] Jpeg(int width = 400, int height = 300) => Encode(width, height, SKEncodedImageFormat.Jpeg, isTransparent: false);

    public static byte[] Png(int width = 400, int height = 300, bool isTransparent = false) => Encode(width, height, SKEncodedImageFormat.Png, isTransparent);

    /// <summary>As a phone in Licin writes it: turned by a quarter, with the place.</summary>
    public static byte[] WithExif(byte[] jpeg, byte orientation)
    {
        byte[] tiff =
        [
            .. "II*\0"u8, 8, 0, 0, 0, 2, 0,
            0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0,
            0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0, 0, 0, 0,
            1, 0, 1, 0, 2, 0, 2, 0, 0, 0, (byte)'S', 0, 0, 0, 0, 0, 0, 0, .. "GPS-RAHASIA"u8,
        ];
        byte[] content = [.. "Exif\0\0"u8, .. tiff];
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content, .. jpeg[2..]];
    }

    /// <summary>A PNG of a few bytes that says it is as large as this.</summary>
    public static byte[] PngBomb(int side)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, side);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), side);
        (header[8], header[9]) = (8, 2);
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", Deflate(new byte[1000])), .. Chunk("IEND", [])];
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }

        return file.ToArray();
    }

    public static byte[] Docx(params (string Name, byte[] Content)[] more) =>
        Zip([("[Content_Types].xml", "<Types/>"u8.ToArray()), ("word/document.xml", Encoding.UTF8.GetBytes($"<w:document>{Guid.NewGuid()}</w:document>")), .. more]);

    public static byte[] Pdf() => Encoding.ASCII.GetBytes($"%PDF-1.4\n%{Guid.NewGuid()}\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    public static SKBitmap Decode(byte[] content) => SKBitmap.Decode(content);

    static byte[] Encode(int width, int height, SKEncodedImageFormat format, bool isTransparent)
    {
        using var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        var number = Interlocked.Increment(ref pictures);
        canvas.Clear(isTransparent ? SKColors.Transparent : SKColors.Red);
        using var blue = new SKPaint();
        blue.Color = SKColors.Blue;
        canvas.DrawRect(width / 2, 0, width / 2, height, blue);
        Sign(canvas, number, height - 40);
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    /// <summary>Draws a number as a row of squares, so that no two pictures are alike after they were written anew.</summary>
    static void Sign(SKCanvas canvas, int number, int top)
    {
        using var white = new SKPaint();
        white.Color = SKColors.White;
        for (var bit = 0; bit < 9; bit++)
            if ((number >> bit & 1) == 1) canvas.DrawRect(bit * 16, top, 16, 20, white);
    }

    static byte[] Chunk(string type, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(named));
        return [.. length, .. named, .. sum];
    }

    static byte[] Deflate(byte[] content)
    {
        using var deflated = new MemoryStream();
        using (var stream = new ZLibStream(deflated, CompressionLevel.Fastest, leaveOpen: true)) stream.Write(content);
        return deflated.ToArray();
    }

    static uint Crc(byte[] content)
    {
        var crc = uint.MaxValue;
        foreach (var one in content)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
