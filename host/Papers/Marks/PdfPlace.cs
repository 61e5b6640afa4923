using System.Globalization;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;

namespace SmartKampung.Host.Papers;

/// <summary>A place that a paper kept free, found by the names of its corners, which the engine writes as named destinations.</summary>
/// <param name="Page">The page that it is on.</param>
/// <param name="Left">In points from the page's left, as the others from its left and bottom.</param>
/// <param name="Bottom">Its lower edge.</param>
/// <param name="Right">Its right edge.</param>
/// <param name="Top">Its upper edge.</param>
sealed record PdfPlace(PdfDictionary Page, double Left, double Bottom, double Right, double Top)
{
    const string End = "-end";
    const int DeepestTree = 8;

    public double Width => Right - Left;

    public double Height => Top - Bottom;

    /// <summary>As PDF writes it.</summary>
    public string Rectangle => string.Create(CultureInfo.InvariantCulture, $"[{Left:0.###} {Bottom:0.###} {Right:0.###} {Top:0.###}]");

    /// <summary>Null where the paper has no such place, or its corners are none of one rectangle.</summary>
    public static PdfPlace? Find(PdfOutline outline, string name)
    {
        var named = Destinations(outline.Catalog.Elements.GetDictionary("/Names")?.Elements.GetDictionary("/Dests"), 0).Where(one => one.Name == name || one.Name == name + End).ToLookup(one => one.Name, one => one.Target);
        if (CornerOf(named[name].FirstOrDefault()) is not { } start || CornerOf(named[name + End].FirstOrDefault()) is not { } end) return null;
        return start.Page == end.Page && end.X > start.X && end.Y < start.Y ? new(start.Page, start.X, end.Y, end.X, start.Y) : null;
    }

    static IEnumerable<(string Name, PdfArray? Target)> Destinations(PdfDictionary? node, int depth)
    {
        if (node is null || depth > DeepestTree) yield break;
        var names = node.Elements.GetArray("/Names");
        for (var at = 0; at + 1 < (names?.Elements.Count ?? 0); at += 2) yield return (names!.Elements.GetString(at), names.Elements.GetArray(at + 1));
        var kids = node.Elements.GetArray("/Kids");
        for (var at = 0; at < (kids?.Elements.Count ?? 0); at++)
            foreach (var below in Destinations(kids!.Elements.GetDictionary(at), depth + 1)) yield return below;
    }

    /// <summary>Of <c>[page /XYZ left top zoom]</c>.</summary>
    static (PdfDictionary Page, double X, double Y)? CornerOf(PdfArray? target) =>
        target is { Elements.Count: >= 4 } && target.Elements[0] is PdfReference { Value: PdfDictionary page } ? (page, target.Elements.GetReal(2), target.Elements.GetReal(3)) : null;
}
