using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace SmartKampung.Host.Accounts.Lost;

/// <summary>What an e-mailed link holds: an account as it is now, for an hour. Nothing of it is kept, and it is worth nothing once the password changed.</summary>
sealed class ResetLinks(AccountDocuments documents, IDataProtectionProvider protection, TimeProvider clock)
{
    static readonly TimeSpan Life = TimeSpan.FromHours(1);

    readonly IDataProtector protector = protection.CreateProtector("SmartKampung.ResetLink");

    public string CodeFor(Account account) => protector.Protect($"{account.Id:N} {account.Stamp} {(clock.GetUtcNow() + Life).UtcTicks}");

    /// <summary>The account of a code, or null where it is worth nothing.</summary>
    public async Task<Account?> FindAsync(string? code, CancellationToken stop)
    {
        if (Read(code) is not [var id, var stamp, var until] || long.Parse(until, CultureInfo.InvariantCulture) <= clock.GetUtcNow().UtcTicks) return null;
        return await documents.OpenSession().LoadAsync<Account>(Guid.ParseExact(id, "N"), stop) is { } account && account.Stamp == stamp ? account : null;
    }

    string[]? Read(string? code)
    {
        try
        {
            return code is { Length: > 0 } ? protector.Unprotect(code).Split(' ') : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
