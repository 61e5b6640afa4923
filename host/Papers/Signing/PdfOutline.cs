using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;

namespace SmartKampung.Host.Papers;

/// <summary>What of a PDF has to be known to add to it: its catalog, its first page and its trailer. PDFsharp reads it; what stands in it is not written anew.</summary>
sealed partial class PdfOutline : IDisposable
{
    const int DeepestPage = 32;

    readonly PdfDocument document;
    readonly string trailer;

    PdfOutline(PdfDocument document, string trailer, int tableAt) => (this.document, this.trailer, TableAt) = (document, trailer, tableAt);

    /// <summary>Where its table of objects begins.</summary>
    public int TableAt { get; }

    public int ObjectCount => int.TryParse(Entry("Size", @"(\d+)"), CultureInfo.InvariantCulture, out var count) ? count : throw new FormatException("It does not say how many objects it has.");

    public PdfDictionary Catalog => document.Internals.Catalog;

    public PdfDictionary? Form => Catalog.Elements.GetDictionary("/AcroForm");

    public PdfDictionary FirstPage
    {
        get
        {
            var node = Catalog.Elements.GetDictionary("/Pages");
            for (var depth = 0; depth < DeepestPage && node?.Elements.GetArray("/Kids") is { } kids; depth++) node = kids.Elements.GetDictionary(0);
            return node ?? throw new FormatException("It has no page.");
        }
    }

    /// <summary>What the next trailer says again.</summary>
    public string TrailerEntries => string.Concat(
        from key in (string[])["Root", "Info", "ID"] let value = Entry(key, key == "ID" ? @"(\[.*?\])" : @"(\d+\s+\d+\s+R)") where value is not null select $"/{key} {value} ");

    /// <exception cref="FormatException">It is no PDF that can be added to.</exception>
    public static PdfOutline Read(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var tableAt = LastTable().Matches(text) is { Count: > 0 } tables ? int.Parse(tables[^1].Groups[1].ValueSpan, CultureInfo.InvariantCulture) : -1;
        if (tableAt < 0 || tableAt >= text.Length || !text.AsSpan(tableAt).StartsWith("xref")) throw new FormatException("Its table of objects is of another kind.");
        var trailerAt = text.IndexOf("trailer", tableAt, StringComparison.Ordinal);
        return trailerAt < 0 ? throw new FormatException("It has no trailer.") : new(Open(pdf), text[trailerAt..], tableAt);
    }

    /// <exception cref="FormatException">It is no PDF.</exception>
    public static PdfDocument Open(byte[] pdf)
    {
        try
        {
            return PdfReader.Open(new MemoryStream(pdf, writable: false), PdfDocumentOpenMode.Import);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            throw new FormatException("It is no PDF.", failure);
        }
    }

    /// <summary>A dictionary as it is, with other values for some of its keys.</summary>
    public string Write(PdfDictionary original, params (string Key, string Value)[] changes)
    {
        var copy = new PdfDictionary();
        foreach (var (key, value) in original.Elements) copy.Elements[key] = value;
        foreach (var (key, value) in changes) copy.Elements[key] = new PdfLiteral(value);
        return Serialize(copy);
    }

    /// <summary>The list under a key, with one more item.</summary>
    public string WithItem(PdfDictionary? owner, string key, string item)
    {
        var copy = new PdfArray();
        foreach (var present in owner?.Elements.GetArray(key)?.Elements ?? Enumerable.Empty<PdfItem>()) copy.Elements.Add(present);
        copy.Elements.Add(new PdfLiteral(item));
        return Serialize(copy);
    }

    public static int CountOf(PdfDictionary? owner, string key) => owner?.Elements.GetArray(key)?.Elements.Count ?? 0;

    public static string NameOf(PdfDictionary item) => item.Reference is { } reference
        ? string.Create(CultureInfo.InvariantCulture, $"{reference.ObjectNumber} {reference.GenerationNumber}")
        : throw new FormatException("A part that has to change stands inside of another.");

    public void Dispose() => document.Dispose();

    /// <summary>A value as PDF writes it; what it refers to keeps its number.</summary>
    public string Serialize(PdfItem item)
    {
        using var written = new MemoryStream();
        document.Internals.WriteObject(written, item);
        return Encoding.Latin1.GetString(written.ToArray()).Trim();
    }

    string? Entry(string key, string pattern) => Regex.Match(trailer, $@"/{key}\s*{pattern}", RegexOptions.Singleline, TimeSpan.FromSeconds(1)) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"startxref\s+(\d{1,9})")]
    private static partial Regex LastTable();
}
