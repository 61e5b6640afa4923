using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SmartKampung.Host.Papers;

/// <summary>The certificate that letters of the installation are signed under, for whoever wants to check them, and the key that codes on paper are checked with.</summary>
static class ShowCertificate
{
    const int LettersOfGroup = 4;

    public static IEndpointRouteBuilder MapCertificate(this IEndpointRouteBuilder portal)
    {
        portal.MapGet("/sertifikat", Show).AllowAnyone().CachePage();
        portal.MapGet("/sertifikat/sertifikat.crt", (CertificateAuthority authority) =>
            Results.File(authority.Certificate.RawData, "application/pkix-cert", "smartkampung.crt")).AllowAnyone();
        return portal.MapStatementKey();
    }

    /// <summary>Where a page of a village, which may have a host name of its own, gets it from.</summary>
    public static IEndpointRouteBuilder MapStatementKey(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/sertifikat/kunci.json", (Statements statements) => Results.Json(new { keys = new[] { KeyOf(statements.PublicKey) } })).AllowAnyone();
        return pages;
    }

    static Page Show(CertificateAuthority authority, Statements statements)
    {
        var certificate = authority.Certificate;
        return Page.View("certificate", new
        {
            name = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
            from = new DateTimeOffset(certificate.NotBefore.ToUniversalTime()),
            until = new DateTimeOffset(certificate.NotAfter.ToUniversalTime()),
            fingerprint = Grouped(Convert.ToHexString(SHA256.HashData(certificate.RawData))),
            key = statements.KeyId,
        });
    }

    static object KeyOf(Statements.StatementKey key) => new { kty = "EC", crv = "P-256", x = key.X, y = key.Y, kid = key.Id, alg = "ES256", use = "sig" };

    /// <summary>Read aloud and compared by eye.</summary>
    static string Grouped(string hex) => string.Join(' ', hex.Chunk(LettersOfGroup).Select(letters => new string(letters)));
}
