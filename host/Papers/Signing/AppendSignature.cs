using System.Globalization;
using System.Text;

namespace SmartKampung.Host.Papers;

/// <summary>
/// Adds a signature behind the end of a PDF, as PAdES wants it: what was there stays byte for byte, so that earlier signatures hold and an archivable
/// PDF stays one. PDFsharp's own signing writes the file anew and names another kind of signature (adbe.pkcs7.detached), so it only reads here.
/// </summary>
static class AppendSignature
{
    const int SignatureBytes = 6 * 1024;
    const string RangePlace = "[0 0000000000 0000000000 0000000000]";

    static readonly string ContentsPlace = $"<{new string('0', SignatureBytes * 2)}>";

    /// <param name="pdf">The PDF, signed by others already or not.</param>
    /// <param name="signer">Whose name, reason and location readers show.</param>
    /// <param name="at">When.</param>
    /// <param name="sign">Makes the signature (CMS) of the bytes.</param>
    /// <param name="mark">What is seen of it in a place of the paper, or null.</param>
    /// <exception cref="FormatException">It is no PDF that can be added to.</exception>
    public static byte[] To(byte[] pdf, PaperSigner signer, DateTimeOffset at, Func<byte[], byte[]> sign, MadeMark? mark = null)
    {
        using var outline = PdfOutline.Read(pdf);
        var whole = Concatenate(pdf, Revision(outline, pdf.Length + 1, signer, at, mark));
        var (from, to) = PlaceOf(whole, pdf.Length, ContentsPlace);
        WriteRange(whole, pdf.Length, from, to);
        var signature = Convert.ToHexString(sign([.. whole.AsSpan(0, from), .. whole.AsSpan(to)]));
        if (signature.Length > SignatureBytes * 2) throw new FormatException("The signature is longer than its place.");
        Encoding.Latin1.GetBytes(signature, whole.AsSpan(from + 1));
        return whole;
    }

    static string Revision(PdfOutline outline, int start, PaperSigner signer, DateTimeOffset at, MadeMark? mark)
    {
        var (signature, field) = (outline.ObjectCount, outline.ObjectCount + 1);
        var reference = string.Create(CultureInfo.InvariantCulture, $"{field} 0 R");
        var place = mark is null ? null : PdfPlace.Find(outline, mark.Place);
        var appearance = place is null ? null : PdfAppearance.Of(mark!.Pdf, field + 1);
        var (page, catalog) = (place?.Page ?? outline.FirstPage, outline.Catalog);
        var form = $"<</Fields{outline.WithItem(outline.Form, "/Fields", reference)}/SigFlags 3>>";
        var revision = new PdfRevision(start)
            .Add($"{signature} 0", SignatureOf(signer, at))
            .Add($"{field} 0", FieldOf(signature, PdfOutline.NameOf(page), PdfOutline.CountOf(outline.Form, "/Fields") + 1, ExtentOf(place, appearance)))
            .Add(PdfOutline.NameOf(page), outline.Write(page, ("/Annots", outline.WithItem(page, "/Annots", reference))))
            .Add(PdfOutline.NameOf(catalog), outline.Write(catalog, ("/AcroForm", form)));
        return (appearance?.AddTo(revision) ?? revision).End($"<</Size {appearance?.Next ?? field + 1} {outline.TrailerEntries}/Prev {outline.TableAt}>>");
    }

    static string SignatureOf(PaperSigner signer, DateTimeOffset at) =>
        $"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange {RangePlace}/Contents {ContentsPlace}/Name{PdfText.String(signer.Name)}/M{PdfText.Date(at)}" +
        $"{Optional("/Reason", signer.Reason)}{Optional("/Location", signer.Location)}>>";

    /// <summary>Printed, and locked, as archivable PDF wants it.</summary>
    static string FieldOf(int signature, string page, int number, string extent) => string.Create(CultureInfo.InvariantCulture,
        $"<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature{number})/V {signature} 0 R/P {page} R/F 132{extent}>>");

    /// <summary>Without a mark there is none: the paper itself says who signed.</summary>
    static string ExtentOf(PdfPlace? place, PdfAppearance? appearance) =>
        place is null || appearance is null ? "/Rect[0 0 0 0]" : string.Create(CultureInfo.InvariantCulture, $"/Rect{place.Rectangle}/AP<</N {appearance.Number} 0 R>>");

    static string Optional(string key, string text) => text.Length > 0 ? key + PdfText.String(text) : "";

    static byte[] Concatenate(byte[] pdf, string revision) => [.. pdf, (byte)'\n', .. Encoding.Latin1.GetBytes(revision)];

    static void WriteRange(byte[] whole, int start, int from, int to)
    {
        var range = string.Create(CultureInfo.InvariantCulture, $"[0 {from:0000000000} {to:0000000000} {whole.Length - to:0000000000}]");
        Encoding.Latin1.GetBytes(range, whole.AsSpan(PlaceOf(whole, start, RangePlace).From));
    }

    static (int From, int To) PlaceOf(byte[] whole, int start, string place)
    {
        var from = start + whole.AsSpan(start).IndexOf(Encoding.Latin1.GetBytes(place));
        return (from, from + place.Length);
    }
}
