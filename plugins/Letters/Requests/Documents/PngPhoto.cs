using System.Buffers.Binary;
using System.Text;

namespace SmartKampung.Letters.Requests.Documents;

/// <summary>A PNG is a row of chunks. Those that are needed to show it stay; texts, times and cameras' notes go.</summary>
static class PngPhoto
{
    const int Signature = 8;
    const int Frame = 12;

    static readonly HashSet<string> Shown = ["tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "pHYs"];

    /// <returns>Null where it does not come to its end.</returns>
    public static byte[]? WithoutNotes(byte[] bytes)
    {
        using var kept = new MemoryStream(bytes.Length);
        kept.Write(bytes, 0, Signature);
        for (var at = Signature; at + Frame <= bytes.Length;)
        {
            var end = at + Frame + (long)BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            if (end > bytes.Length) return null;
            var type = Encoding.ASCII.GetString(bytes, at + 4, 4);
            if (char.IsAsciiLetterUpper(type[0]) || Shown.Contains(type)) kept.Write(bytes, at, (int)end - at);
            if (type == "IEND") return kept.ToArray();
            at = (int)end;
        }

        return null;
    }
}
