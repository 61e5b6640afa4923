using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace SmartKampung.Host.Media;

/// <summary>Looks into a zip for the documents of an office: what it is, that it has no macros, and that it is no bomb. Nothing is unpacked but one short part.</summary>
static class OfficeFile
{
    const int MostParts = 5_000;
    const long LargestUnpacked = 400L * 1024 * 1024;
    const int HighestRatio = 200;
    const int SmallPart = 1024 * 1024;
    const int LongestKind = 100;
    const int EndLength = 22;

    static readonly (string Part, string Extension)[] Microsoft = [("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"), ("ppt/presentation.xml", "pptx")];

    static readonly Dictionary<string, string> Open = new()
    {
        ["application/vnd.oasis.opendocument.text"] = "odt",
        ["application/vnd.oasis.opendocument.spreadsheet"] = "ods",
    };

    public static async Task<Inspection> InspectAsync(FileStream file, CancellationToken stop)
    {
        if (PartsIn(await PdfFile.TailOf(file, ushort.MaxValue + EndLength, stop)) is not { } count) return Inspection.Refused(MediaRefusal.Broken);
        if (count > MostParts) return Inspection.Refused(MediaRefusal.Bomb);
        file.Position = 0;
        try
        {
            await using var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, stop);
            return await InspectAsync(zip, stop);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException)
        {
            return Inspection.Refused(MediaRefusal.Broken);
        }
    }

    static async Task<Inspection> InspectAsync(ZipArchive zip, CancellationToken stop)
    {
        if (IsBomb(zip)) return Inspection.Refused(MediaRefusal.Bomb);
        if (zip.Entries.Any(part => part.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || part.FullName.StartsWith("Basic/", StringComparison.Ordinal)))
            return Inspection.Refused(MediaRefusal.Macros);
        var extension = await KindOfOpenAsync(zip, stop) ?? (zip.GetEntry("[Content_Types].xml") is null ? null : Microsoft.FirstOrDefault(kind => zip.GetEntry(kind.Part) is not null).Extension);
        return extension is null ? Inspection.Refused(MediaRefusal.WrongKind) : Inspection.OfDocument(extension);
    }

    /// <summary>Sizes as the archive declares them; who lies there makes a file that no office opens.</summary>
    static bool IsBomb(ZipArchive zip) =>
        zip.Entries.Any(part => part.Length is < 0 or > LargestUnpacked)
        || zip.Entries.Sum(part => part.Length) > LargestUnpacked
        || zip.Entries.Any(part => part.Length > SmallPart && part.Length > HighestRatio * Math.Max(1, part.CompressedLength));

    static async Task<string?> KindOfOpenAsync(ZipArchive zip, CancellationToken stop)
    {
        if (zip.GetEntry("mimetype") is not { Length: < LongestKind } part || zip.GetEntry("content.xml") is null) return null;
        await using var content = await part.OpenAsync(stop);
        var bytes = new byte[LongestKind];
        var length = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, stop);
        return Open.GetValueOrDefault(Encoding.ASCII.GetString(bytes, 0, length));
    }

    /// <summary>How many parts the end of the archive tells of, before a list of them takes memory.</summary>
    static int? PartsIn(ReadOnlySpan<byte> tail)
    {
        var end = tail.LastIndexOf("PK\u0005\u0006"u8);
        return end >= 0 && end + EndLength <= tail.Length ? BinaryPrimitives.ReadUInt16LittleEndian(tail[(end + 10)..]) : null;
    }
}
