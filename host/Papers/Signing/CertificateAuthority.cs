using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Papers;

/// <summary>
/// The installation's own authority: made when it is first needed, it issues the certificates that papers are signed with. Who lost its key makes a
/// new one by the next signature; what was signed before can still be checked against the old certificate.
/// </summary>
sealed class CertificateAuthority(KeyFiles keys, RegencyOptions regency, IOptions<SiteOptions> site, TimeProvider clock)
{
    const string FileName = "authority";
    const int KeyBits = 3072;
    const int Years = 20;
    const int SerialBytes = 16;
    const int LongestName = 64;

    // Clocks of those who check differ from ours.
    static readonly TimeSpan Leeway = TimeSpan.FromHours(1);

    // It is made once, maybe while this machine's clock is ahead; what it issues after that was put right lies within its time.
    static readonly TimeSpan LeewayOfAuthority = TimeSpan.FromDays(366);

    readonly Lock gate = new();
    X509Certificate2? present;

    /// <summary>With its private key.</summary>
    public X509Certificate2 Certificate
    {
        get
        {
            lock (gate) return present ??= keys.FindCertificate(FileName) ?? Make();
        }
    }

    /// <summary>A certificate for a signer, as text with its private key.</summary>
    public string Issue(X500DistinguishedName subject, RSA key, DateTimeOffset until)
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.36"), new Oid("1.3.6.1.5.5.7.3.4")], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Certificate, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        using var issued = request.Create(Certificate, clock.GetUtcNow() - Leeway, Earlier(until, Certificate.NotAfter.ToUniversalTime()), RandomNumberGenerator.GetBytes(SerialBytes));
        return Pem(issued, key);
    }

    /// <summary>Whether it issued a certificate that held at a time.</summary>
    public bool IsIssuerOf(X509Certificate2 certificate, DateTimeOffset at)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(Certificate);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = at.UtcDateTime;
        return chain.Build(certificate);
    }

    /// <summary>A name as certificates take it: one line, not too long.</summary>
    public static string Fit(string name)
    {
        var line = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestName ? line : line[..LongestName];
    }

    X509Certificate2 Make()
    {
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCountryOrRegion("ID");
        subject.AddOrganizationName(Fit(regency.Name));
        subject.AddCommonName(Fit($"{site.Value.Name} {regency.Name}"));
        using var key = RSA.Create(KeyBits);
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        var now = clock.GetUtcNow();
        using var made = request.CreateSelfSigned(now - LeewayOfAuthority, now.AddYears(Years));
        keys.Save(FileName, Pem(made, key));
        return keys.FindCertificate(FileName)!;
    }

    static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    static string Pem(X509Certificate2 certificate, RSA key) => $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
}
