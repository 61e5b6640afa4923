using System.Buffers.Binary;

namespace SmartKampung.News.Import;

/// <summary>Looks at the end of a ZIP, where it says how many entries it has, before a list of all of them is made in memory.</summary>
static class ZipEnd
{
    const int Length = 22;
    const int LongestComment = ushort.MaxValue;
    const int AverageEntry = 512;

    /// <exception cref="UnreadableExportException">It has too many entries, or its end is not as it should be.</exception>
    public static async Task DemandAsync(Stream zip, int most, CancellationToken stop)
    {
        var tail = new byte[(int)Math.Min(zip.Length, Length + LongestComment)];
        zip.Position = zip.Length - tail.Length;
        await zip.ReadExactlyAsync(tail, stop);
        zip.Position = 0;
        var at = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (at < 0 || tail.Length - at < Length) throw new UnreadableExportException("import.broken_zip");
        var (entries, size, from) = Read(tail.AsSpan(at));
        if (entries > most || size > (long)most * AverageEntry) throw new UnreadableExportException("import.zip_too_many");
        // A list that goes on past what it says would be read all the same.
        if (from + size != zip.Length - tail.Length + at) throw new UnreadableExportException("import.broken_zip");
    }

    static (int Entries, long Size, long From) Read(ReadOnlySpan<byte> end) =>
        (BinaryPrimitives.ReadUInt16LittleEndian(end[10..]), BinaryPrimitives.ReadUInt32LittleEndian(end[12..]), BinaryPrimitives.ReadUInt32LittleEndian(end[16..]));
}
