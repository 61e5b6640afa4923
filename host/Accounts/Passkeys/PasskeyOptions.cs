namespace SmartKampung.Host.Accounts.Passkeys;

/// <summary>What the page's script asks for before it calls the browser.</summary>
static class PasskeyOptions
{
    /// <param name="challenge">The name that the answer comes with.</param>
    /// <param name="options">As the browser reads them (WebAuthn), in JSON.</param>
    public static IResult Answer(string challenge, string options) => Results.Text($$"""{"challenge":"{{challenge}}","options":{{options}}}""", "application/json");
}

/// <summary>A passkey's answer to a challenge, as the page's script sends it.</summary>
sealed record PasskeyAnswer(
    [property: System.ComponentModel.DataAnnotations.StringLength(100)] string? Challenge,
    [property: System.ComponentModel.DataAnnotations.StringLength(20_000)] string? Credential);
