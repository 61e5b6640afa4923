using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SmartKampung.Host.Papers;

/// <summary>A certificate for each signer in each office, issued when it is first needed and renewed before it is over.</summary>
sealed class SignerCertificates(CertificateAuthority authority, KeyFiles keys, TimeProvider clock)
{
    const int KeyBits = 2048;
    const int Years = 2;
    const int NameBytes = 16;
    const string Title = "2.5.4.12";

    static readonly TimeSpan RenewBefore = TimeSpan.FromDays(30);

    readonly ConcurrentDictionary<string, X509Certificate2> known = new();
    readonly Lock gate = new();

    /// <summary>With its private key.</summary>
    public X509Certificate2 Of(PaperSigner signer, string organization)
    {
        var name = FileOf(signer, organization);
        if (known.TryGetValue(name, out var kept) && IsFresh(kept)) return kept;
        lock (gate)
        {
            var found = keys.FindCertificate(name);
            return known[name] = found is not null && IsFresh(found) ? found : Make(name, signer, organization);
        }
    }

    /// <summary>One that was issued while the clock was ahead does not hold yet.</summary>
    bool IsFresh(X509Certificate2 certificate) =>
        certificate.NotBefore.ToUniversalTime() <= clock.GetUtcNow().UtcDateTime && certificate.NotAfter.ToUniversalTime() > clock.GetUtcNow().UtcDateTime + RenewBefore && certificate.Issuer == authority.Certificate.Subject && IsIssued(certificate);

    /// <summary>An authority that was made anew has the old one's name.</summary>
    bool IsIssued(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().FirstOrDefault()?.KeyIdentifier is { } issuer &&
        authority.Certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().First().SubjectKeyIdentifierBytes.Span.SequenceEqual(issuer.Span);

    X509Certificate2 Make(string file, PaperSigner signer, string organization)
    {
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCountryOrRegion("ID");
        subject.AddOrganizationName(CertificateAuthority.Fit(organization));
        if (signer.Office.Length > 0) subject.Add(Title, CertificateAuthority.Fit(signer.Office));
        subject.AddCommonName(CertificateAuthority.Fit(signer.Name));
        using var key = RSA.Create(KeyBits);
        keys.Save(file, authority.Issue(subject.Build(), key, clock.GetUtcNow().AddYears(Years)));
        return keys.FindCertificate(file)!;
    }

    static string FileOf(PaperSigner signer, string organization) => "signer-" +
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{signer.Id}\n{signer.Name}\n{signer.Office}\n{organization}")).AsSpan(0, NameBytes));
}
