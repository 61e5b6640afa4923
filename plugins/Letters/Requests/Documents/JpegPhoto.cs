using System.Buffers.Binary;

namespace SmartKampung.Letters.Requests.Documents;

/// <summary>A JPEG is a row of segments. What cameras note (place, time, device, previews) goes; that the picture is turned stays.</summary>
static class JpegPhoto
{
    const byte Mark = 0xFF;
    const byte StartOfScan = 0xDA;
    const byte FirstOfApplications = 0xE0;
    const byte Notes = 0xE1;
    const byte Colours = 0xEE;
    const byte LastOfApplications = 0xEF;
    const byte Comment = 0xFE;

    /// <returns>Null where it is no whole picture.</returns>
    public static byte[]? WithoutNotes(byte[] bytes)
    {
        using var kept = new MemoryStream(bytes.Length);
        kept.Write(bytes, 0, 2);
        for (var at = 2; at + 4 <= bytes.Length;)
        {
            if (bytes[at] != Mark) return null;
            var marker = bytes[at + 1];
            if (marker == Mark)
            {
                at++;
                continue;
            }

            if (marker == StartOfScan) return EndOf(bytes) is > 0 and var end && end > at ? [.. kept.ToArray(), .. bytes.AsSpan(at, end - at)] : null;
            var next = at + 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2));
            if (next <= at + 3 || next > bytes.Length) return null;
            Keep(bytes.AsSpan(at, next - at), marker, kept);
            at = next;
        }

        return null;
    }

    static void Keep(ReadOnlySpan<byte> segment, byte marker, MemoryStream kept)
    {
        var isNote = marker is Comment or (> FirstOfApplications and <= LastOfApplications and not Colours);
        if (!isNote) kept.Write(segment);
        else if (marker == Notes && Orientation(segment) is > 1 and <= 8 and var turned)
            kept.Write([Mark, Notes, 0, 34, .. "Exif\0\0MM\0*\0\0\0\b\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0"u8, (byte)turned, 0, 0, 0, 0, 0, 0]);
    }

    /// <summary>Behind the last mark of the end there is nothing to see.</summary>
    static int EndOf(ReadOnlySpan<byte> bytes) => bytes.LastIndexOf([Mark, (byte)0xD9]) + 2;

    /// <summary>The orientation in the camera's notes: entry 0x0112 of the first directory.</summary>
    static int Orientation(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 18 || !segment[4..].StartsWith("Exif\0\0"u8)) return 0;
        var notes = segment[10..];
        var isLittle = notes[0] == 'I';
        var directory = (int)Math.Min(Read32(notes[4..], isLittle), int.MaxValue);
        if (directory > notes.Length - 2) return 0;
        var entries = Read16(notes[directory..], isLittle);
        for (var entry = directory + 2; entries-- > 0 && entry + 12 <= notes.Length; entry += 12)
            if (Read16(notes[entry..], isLittle) == 0x0112) return Read16(notes[(entry + 8)..], isLittle);
        return 0;
    }

    static ushort Read16(ReadOnlySpan<byte> at, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    static uint Read32(ReadOnlySpan<byte> at, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
