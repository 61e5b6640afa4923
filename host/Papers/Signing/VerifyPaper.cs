using System.Security.Cryptography.X509Certificates;
using PdfSharp.Pdf;

namespace SmartKampung.Host.Papers;

/// <summary>Tells who signed a PDF, and whether it is still what they signed.</summary>
sealed class VerifyPaper(CertificateAuthority authority)
{
    const int MostSignatures = 100;

    public IReadOnlyList<PaperSignature> Run(byte[] pdf)
    {
        try
        {
            using var document = PdfOutline.Open(pdf);
            return [.. FieldsOf(document).Select(field => Read(pdf, field)).OfType<(int End, PaperSignature Signature)>().OrderBy(found => found.End).Select(found => found.Signature)];
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // Whoever made it may have made it to be misread: what can't be read bears no signature.
            return [];
        }
    }

    static IEnumerable<PdfDictionary> FieldsOf(PdfDocument document)
    {
        var fields = document.Internals.Catalog.Elements.GetDictionary("/AcroForm")?.Elements.GetArray("/Fields");
        for (var number = 0; number < Math.Min(fields?.Elements.Count ?? 0, MostSignatures); number++)
            if (fields!.Elements.GetDictionary(number)?.Elements.GetDictionary("/V") is { } signature && signature.Elements.ContainsKey("/ByteRange")) yield return signature;
    }

    (int End, PaperSignature Signature)? Read(byte[] pdf, PdfDictionary signature)
    {
        if (SignedRange.Of(pdf, signature.Elements.GetArray("/ByteRange")) is not { } range) return null;
        var at = PdfText.ReadDate(signature.Elements.GetString("/M"));
        var certificate = CmsSignature.Check(range.Content, range.Signature);
        return (range.End, Describe(signature, certificate, at) with { CoversAll = range.End == pdf.Length });
    }

    PaperSignature Describe(PdfDictionary signature, X509Certificate2? certificate, DateTimeOffset? at)
    {
        if (certificate is null) return new(signature.Elements.GetString("/Name"), "", "", at);
        return new(PartOf(certificate, "2.5.4.3"), PartOf(certificate, "2.5.4.12"), PartOf(certificate, "2.5.4.10"), at)
        {
            IsIntact = true,
            IsOfInstallation = at is { } moment && authority.IsIssuerOf(certificate, moment),
        };
    }

    static string PartOf(X509Certificate2 certificate, string part) => certificate.SubjectName.EnumerateRelativeDistinguishedNames()
        .FirstOrDefault(name => !name.HasMultipleElements && name.GetSingleElementType().Value == part)?.GetSingleElementValue() ?? "";
}
