using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using OtpNet;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Accounts;

/// <summary>Authenticator apps: a secret that app and host share, and codes of six digits that last half a minute (TOTP, RFC 6238).</summary>
sealed class Authenticator(AccountDocuments documents, IDataProtectionProvider protection, IOptions<SiteOptions> site, TimeProvider clock)
{
    const int KeyBytes = 20;

    readonly IDataProtector protector = protection.CreateProtector("SmartKampung.Authenticator");

    /// <summary>The secret for an app that is being set up: the same each time until a code proves that the app has it.</summary>
    public async Task<string> KeyForAsync(Guid account, CancellationToken stop)
    {
        var made = protector.Protect(Base32Encoding.ToString(RandomNumberGenerator.GetBytes(KeyBytes)));
        var present = await documents.ChangeAsync<Account>(account, known => Unprotect(known.NextAuthenticatorKey) is null ? known with { NextAuthenticatorKey = made } : null, stop)
            ?? await documents.OpenSession().LoadAsync<Account>(account, stop);
        return Unprotect(present?.NextAuthenticatorKey) ?? "";
    }

    /// <summary>What the app reads from the QR code.</summary>
    public string Address(Account account, string key) => new OtpUri(OtpType.Totp, key, account.Login, site.Value.Name).ToString();

    /// <summary>Whether the code of the app is right and was never used.</summary>
    public async Task<bool> ProveAsync(Guid account, string code, CancellationToken stop) => await documents.ChangeAsync<Account>(
        account,
        present => StepOf(present.AuthenticatorKey, code) is { } step && step > present.AuthenticatorStep ? present with { AuthenticatorStep = step } : null,
        stop) is not null;

    /// <summary>Whether the code is that of the app that is being set up. From then on it is asked for at each sign-in, and the one of before is worth nothing.</summary>
    public async Task<bool> SetUpAsync(Guid account, string code, CancellationToken stop) => await documents.ChangeAsync<Account>(
        account,
        present => StepOf(present.NextAuthenticatorKey, code) is { } step
            ? present with { AuthenticatorKey = present.NextAuthenticatorKey, NextAuthenticatorKey = null, AuthenticatorStep = step, Stamp = Account.NewStamp() }
            : null,
        stop) is not null;

    public Task<Account?> RemoveAsync(Guid account, CancellationToken stop) => documents.ChangeAsync<Account>(
        account, present => present with { AuthenticatorKey = null, NextAuthenticatorKey = null, RecoveryCodes = [], Stamp = Account.NewStamp() }, stop);

    long? StepOf(string? guarded, string code)
    {
        if (Unprotect(guarded) is not { } key) return null;
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
