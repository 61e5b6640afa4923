using System.IO.Compression;

namespace SmartKampung.News.Import;

/// <summary>
/// An uploaded export: the XML alone, or a ZIP that holds it beside the folder of uploads. Nothing is unpacked onto the disk: names in the ZIP are
/// compared, never used as paths, and nothing is read further than its kind may be long.
/// </summary>
sealed class ExportFile : IDisposable
{
    const long LargestXml = 100L * 1024 * 1024;
    const int LargestPicture = 20 * 1024 * 1024;
    const int MostEntries = 60_000;

    static readonly string[] PictureKinds = [".jpg", ".jpeg", ".png", ".gif", ".webp"];

    readonly Stream file;
    readonly ZipArchive? zip;
    readonly ZipArchiveEntry? xml;
    readonly Dictionary<string, ZipArchiveEntry> pictures = [];

    ExportFile(Stream file, ZipArchive? zip)
    {
        (this.file, this.zip) = (file, zip);
        if (zip is null) return;
        xml = zip.Entries.Where(IsExport).MaxBy(entry => entry.Length) ?? throw new UnreadableExportException("import.no_xml");
        foreach (var entry in zip.Entries.Where(IsPicture)) pictures.TryAdd(UploadName.Of(entry.FullName), entry);
    }

    public bool IsZip => zip is not null;

    /// <exception cref="UnreadableExportException">It is neither.</exception>
    public static async Task<ExportFile> OpenAsync(Stream file, CancellationToken stop)
    {
        var start = new byte[4];
        var length = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, stop);
        file.Position = 0;
        if (length == 0) throw new UnreadableExportException("import.empty");
        if (start is not [(byte)'P', (byte)'K', 3, 4]) return new(file, null);
        await ZipEnd.DemandAsync(file, MostEntries, stop);
        try
        {
            return new(file, await ZipArchive.CreateAsync(file, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, stop));
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException)
        {
            throw new UnreadableExportException("import.broken_zip", cause: broken);
        }
    }

    /// <summary>The export from its beginning.</summary>
    public Stream OpenXml()
    {
        if (xml is not null) return new BoundedStream(Unpacked(xml), LargestXml);
        file.Position = 0;
        return new BoundedStream(file, LargestXml, leaveOpen: true);
    }

    /// <summary>A picture of the ZIP by its address on the old site, or null where it is not there.</summary>
    public Stream? OpenPicture(string address) => Find(address) is { } entry ? new BoundedStream(entry.Open(), LargestPicture) : null;

    public bool HasPicture(string address) => Find(address) is not null;

    public void Dispose()
    {
        zip?.Dispose();
        file.Dispose();
    }

    /// <summary>As named, else the picture that it was made smaller from.</summary>
    ZipArchiveEntry? Find(string address) =>
        pictures.GetValueOrDefault(UploadName.Of(address)) ?? pictures.GetValueOrDefault(UploadName.WithoutSize(UploadName.Of(address)));

    static Stream Unpacked(ZipArchiveEntry entry)
    {
        try
        {
            return entry.Open();
        }
        catch (InvalidDataException broken)
        {
            throw new UnreadableExportException("import.broken_zip", cause: broken);
        }
    }

    static bool IsExport(ZipArchiveEntry entry) =>
        entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !entry.FullName.Contains("__MACOSX", StringComparison.Ordinal) && !entry.FullName.Contains("uploads/", StringComparison.OrdinalIgnoreCase);

    static bool IsPicture(ZipArchiveEntry entry) => PictureKinds.Any(kind => entry.Name.EndsWith(kind, StringComparison.OrdinalIgnoreCase));
}
