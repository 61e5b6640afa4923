namespace SmartKampung.Host.Media;

/// <summary>Looks at a PDF: whole to its end, and nothing else besides.</summary>
static class PdfFile
{
    const int Tail = 66_000;

    public static async Task<Inspection> InspectAsync(FileStream file, CancellationToken stop)
    {
        var tail = await TailOf(file, Tail, stop);
        if (tail.AsSpan().LastIndexOf("%%EOF"u8) < 0) return Inspection.Refused(MediaRefusal.Broken);
        // What ends as an archive is opened as one by programs that look at the end.
        return tail.AsSpan().IndexOf("PK\u0005\u0006"u8) < 0 ? Inspection.OfDocument("pdf") : Inspection.Refused(MediaRefusal.WrongKind);
    }

    public static async Task<byte[]> TailOf(FileStream file, int length, CancellationToken stop)
    {
        var tail = new byte[Math.Min(length, file.Length)];
        file.Position = file.Length - tail.Length;
        await file.ReadExactlyAsync(tail, stop);
        return tail;
    }
}
