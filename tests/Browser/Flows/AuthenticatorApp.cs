using OtpNet;

namespace SmartKampung.Browser.Flows;

/// <summary>What a phone's authenticator app does with the key that a page shows.</summary>
static class AuthenticatorApp
{
    /// <summary>The code of a moment for the key in words of four letters.</summary>
    public static async Task<string> CodeAsync(IPage page, DateTimeOffset now)
    {
        var key = await page.Locator("main strong.code").InnerTextAsync();
        return new Totp(Base32Encoding.ToBytes(key.Replace(" ", "", StringComparison.Ordinal))).ComputeTotp(now.UtcDateTime);
    }
}
