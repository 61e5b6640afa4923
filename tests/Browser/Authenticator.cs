using System.Text.Json;

namespace SmartKampung.Browser;

/// <summary>Chromium's own virtual authenticator, which keeps passkeys and says yes to everything.</summary>
static class Authenticator
{
    public static async Task AddAsync(IPage page)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable");
        var options = new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true };
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new() { ["options"] = JsonSerializer.SerializeToElement(options) });
    }
}
