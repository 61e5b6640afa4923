using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using OtpNet;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Accounts;

/// <summary>The authenticator apps of staff: a secret that app and host share, and codes of six digits that last half a minute (TOTP, RFC 6238).</summary>
sealed class Authenticator(AccountDocuments documents, IDataProtectionProvider protection, IOptions<SiteOptions> site, TimeProvider clock)
{
    const int KeyBytes = 20;

    readonly IDataProtector protector = protection.CreateProtector("SmartKampung.Authenticator");

    /// <summary>The secret for an app that is not set up yet: the same each time until a code proves that the app has it.</summary>
    public async Task<string> KeyForAsync(Account account, CancellationToken stop)
    {
        if (Unprotect(account.AuthenticatorKey) is { } known) return known;
        var key = Base32Encoding.ToString(RandomNumberGenerator.GetBytes(KeyBytes));
        await documents.ChangeAsync<Account>(account.Id, present => present with { AuthenticatorKey = protector.Protect(key), HasAuthenticator = false }, stop);
        return key;
    }

    /// <summary>What the app reads from the QR code.</summary>
    public string Address(Account account, string key) => new OtpUri(OtpType.Totp, key, account.Login, site.Value.Name).ToString();

    /// <summary>Whether the code is right and was never used. From then on the app is asked for at each sign-in.</summary>
    public async Task<bool> ProveAsync(Guid account, string code, CancellationToken stop) => await documents.ChangeAsync<Account>(
        account,
        present => StepOf(present, code) is { } step && step > present.AuthenticatorStep ? present with { HasAuthenticator = true, AuthenticatorStep = step } : null,
        stop) is not null;

    long? StepOf(Account account, string code)
    {
        if (Unprotect(account.AuthenticatorKey) is not { } key) return null;
        var totp = new Totp(Base32Encoding.ToBytes(key));
        return totp.VerifyTotp(clock.GetUtcNow().UtcDateTime, code, out var step, VerificationWindow.RfcSpecifiedNetworkDelay) ? step : null;
    }

    string? Unprotect(string? key)
    {
        try
        {
            return key is null ? null : protector.Unprotect(key);
        }
        catch (CryptographicException)
        {
            return null; // The installation's keys were lost: the app is set up anew.
        }
    }
}
