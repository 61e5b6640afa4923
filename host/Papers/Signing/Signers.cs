using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Papers;

/// <summary>The signer that a village uses, as it is set there or above it.</summary>
sealed class Signers(SettingsReader settings, OwnSigner own, BsreSigner bsre)
{
    public SigningWay WayOf(Village? village) => SettingsOf(village).SigningWay;

    /// <exception cref="SigningException">It can't be signed.</exception>
    public Task<byte[]> SignAsync(byte[] pdf, PaperSigner signer, MadeMark? mark, Village? village, CancellationToken stop)
    {
        ISigner present = WayOf(village) is SigningWay.Certified ? bsre : own;
        return present.SignAsync(pdf, signer, mark, village, stop);
    }

    SigningSettings SettingsOf(Village? village) => SettingsOf(settings, village);

    public static SigningSettings SettingsOf(SettingsReader settings, Village? village) => (SigningSettings)(village is null
        ? settings.GetForPortal(HostSettings.Signing, typeof(SigningSettings))
        : settings.Get(HostSettings.Signing, typeof(SigningSettings), village));
}
