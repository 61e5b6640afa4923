using System.Globalization;
using System.Text;

namespace SmartKampung.Host.Papers;

/// <summary>Adds a mark behind the end of a PDF that nobody signs here; what was there stays byte for byte.</summary>
static class AppendMark
{
    public static byte[] To(byte[] pdf, MadeMark mark)
    {
        using var outline = PdfOutline.Read(pdf);
        return PdfPlace.Find(outline, mark.Place) is { } place ? [.. pdf, (byte)'\n', .. Encoding.Latin1.GetBytes(Revision(outline, pdf.Length + 1, place, mark))] : pdf;
    }

    static string Revision(PdfOutline outline, int start, PdfPlace place, MadeMark mark)
    {
        var stamp = outline.ObjectCount;
        var appearance = PdfAppearance.Of(mark.Pdf, stamp + 1);
        var page = PdfOutline.NameOf(place.Page);
        var annotations = outline.WithItem(place.Page, "/Annots", string.Create(CultureInfo.InvariantCulture, $"{stamp} 0 R"));
        var revision = new PdfRevision(start)
            .Add($"{stamp} 0", string.Create(CultureInfo.InvariantCulture, $"<</Type/Annot/Subtype/Stamp/P {page} R/F 196/Rect{place.Rectangle}/AP<</N {appearance.Number} 0 R>>>>"))
            .Add(page, outline.Write(place.Page, ("/Annots", annotations)));
        return appearance.AddTo(revision).End($"<</Size {appearance.Next} {outline.TrailerEntries}/Prev {outline.TableAt}>>");
    }
}
