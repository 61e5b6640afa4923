using System.Globalization;
using System.Text;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;

namespace SmartKampung.Host.Papers;

/// <summary>The page of a small PDF as something that stands on a page of another: its objects, with its fonts, under numbers that are free there.</summary>
sealed class PdfAppearance
{
    readonly PdfOutline source;
    readonly Dictionary<string, int> numbers = [];
    readonly List<(int Number, string Content)> objects = [];

    PdfAppearance(PdfOutline source, int first)
    {
        this.source = source;
        (Number, Next) = (first, first + 1);
        objects.Add((Number, FormOf(source.FirstPage)));
    }

    /// <summary>The object that shows it.</summary>
    public int Number { get; }

    /// <summary>The first number that is free after it.</summary>
    public int Next { get; private set; }

    /// <exception cref="FormatException">It is no PDF, or one that can't be taken over.</exception>
    public static PdfAppearance Of(byte[] pdf, int first)
    {
        using var source = PdfOutline.Read(pdf);
        return new(source, first);
    }

    public PdfRevision AddTo(PdfRevision revision) =>
        objects.OrderBy(part => part.Number).Aggregate(revision, (whole, part) => whole.Add(string.Create(CultureInfo.InvariantCulture, $"{part.Number} 0"), part.Content));

    string FormOf(PdfDictionary page)
    {
        var content = page.Elements.GetDictionary("/Contents") ?? throw new FormatException("Its page is in parts.");
        var head = $"/Type/XObject/Subtype/Form/BBox{Write(page.Elements["/MediaBox"])}/Resources {Write(page.Elements["/Resources"])}";
        return WithStream(head + EntriesOf(content), content);
    }

    string Write(PdfItem? item) => item switch
    {
        null => "null",
        PdfReference reference => string.Create(CultureInfo.InvariantCulture, $"{NumberOf(reference)} 0 R"),
        PdfArray array => $"[{string.Join(' ', array.Elements.Select(Write))}]",
        PdfDictionary { Stream: not null } stream => WithStream(EntriesOf(stream), stream),
        PdfDictionary dictionary => $"<<{EntriesOf(dictionary)}>>",
        _ => source.Serialize(item),
    };

    string EntriesOf(PdfDictionary dictionary) => string.Concat(dictionary.Elements.Where(entry => entry.Key != "/Length").Select(entry => $"{entry.Key} {Write(entry.Value)}\n"));

    static string WithStream(string entries, PdfDictionary stream) =>
        string.Create(CultureInfo.InvariantCulture, $"<<{entries}/Length {stream.Stream.Value.Length}>>\nstream\n{Encoding.Latin1.GetString(stream.Stream.Value)}\nendstream");

    /// <summary>Its number is known before it is written: what refers to itself ends.</summary>
    int NumberOf(PdfReference reference)
    {
        var name = reference.ObjectID.ToString();
        if (numbers.TryGetValue(name, out var known)) return known;
        var number = numbers[name] = Next++;
        objects.Add((number, Write(reference.Value)));
        return number;
    }
}
