using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Papers;

/// <summary>Signs with certificates of the installation.</summary>
sealed class OwnSigner(CertificateAuthority authority, SignerCertificates certificates, RegencyOptions regency, SigningTexts texts, TimeProvider clock) : ISigner
{
    public Task<byte[]> SignAsync(byte[] pdf, PaperSigner signer, MadeMark? mark, Village? village, CancellationToken stop)
    {
        var certificate = certificates.Of(signer, OrganizationOf(village));
        var at = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), village?.TimeZone ?? SiteClock.TimeZone);
        try
        {
            return Task.FromResult(AppendSignature.To(pdf, signer, at, content => CmsSignature.Make(content, certificate, authority.Certificate), mark));
        }
        catch (FormatException unfit)
        {
            throw texts.Failure(SigningProblem.UnfitPaper, unfit);
        }
    }

    string OrganizationOf(Village? village) => village is null ? regency.Name : $"{village.Kind} {village.Name}, {village.District.Name}, {village.Regency.Name}";
}
