using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace SmartKampung.Host.Papers;

/// <summary>Signatures as PAdES baseline wants them: the certificate itself is among what is signed, the time is not, since it stands in the PDF.</summary>
static class CmsSignature
{
    const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    const string Sha256 = "2.16.840.1.101.3.4.2.1";

    public static byte[] Make(byte[] content, X509Certificate2 certificate, X509Certificate2 authority)
    {
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate)
        {
            DigestAlgorithm = new Oid(Sha256),
            IncludeOption = X509IncludeOption.None,
        };
        signer.Certificates.Add(X509CertificateLoader.LoadCertificate(certificate.RawData));
        signer.Certificates.Add(X509CertificateLoader.LoadCertificate(authority.RawData));
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificateV2), Identify(certificate)));
        cms.ComputeSignature(signer);
        return cms.Encode();
    }

    /// <summary>Who signed the content, or null where nobody signed just this.</summary>
    public static X509Certificate2? Check(byte[] content, ReadOnlySpan<byte> signature)
    {
        try
        {
            AsnDecoder.ReadEncodedValue(signature, AsnEncodingRules.BER, out _, out _, out var length);
            var cms = new SignedCms(new ContentInfo(content), detached: true);
            cms.Decode(signature[..length]);
            cms.CheckSignature(verifySignatureOnly: true);
            return cms.SignerInfos is [{ Certificate: { } certificate }] ? certificate : null;
        }
        catch (Exception wrong) when (wrong is CryptographicException or AsnContentException)
        {
            return null;
        }
    }

    /// <summary>ESSCertIDv2 of RFC 5035: the certificate's hash, issuer and number.</summary>
    static byte[] Identify(X509Certificate2 certificate)
    {
        var attribute = new AsnWriter(AsnEncodingRules.DER);
        using (attribute.PushSequence())
        using (attribute.PushSequence())
        using (attribute.PushSequence())
        {
            attribute.WriteOctetString(SHA256.HashData(certificate.RawData));
            using (attribute.PushSequence())
            {
                using (attribute.PushSequence())
                using (attribute.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 4)))
                    attribute.WriteEncodedValue(certificate.IssuerName.RawData);
                attribute.WriteInteger(certificate.SerialNumberBytes.Span);
            }
        }

        return attribute.Encode();
    }
}
