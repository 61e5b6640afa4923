using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace SmartKampung.Host.Accounts;

/// <summary>Codes on paper that stand in for the authenticator app, once each. Kept as hashes that the installation's keys protect: a stolen data file holds no code.</summary>
sealed class RecoveryCodes(AccountDocuments documents, IDataProtectionProvider protection)
{
    public const int Count = 10;

    const int Letters = 10;
    const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    readonly IDataProtector protector = protection.CreateProtector("SmartKampung.RecoveryCode");

    /// <summary>Ten new codes, which nobody can tell afterwards; those of before are worth nothing.</summary>
    public async Task<IReadOnlyList<string>> RenewAsync(Guid account, CancellationToken stop)
    {
        var codes = Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Alphabet, Letters)).ToArray();
        var hashes = codes.Select(code => protector.Protect(HashOf(account, code))).ToArray();
        await documents.ChangeAsync<Account>(account, present => present with { RecoveryCodes = hashes }, stop);
        return [.. codes.Select(code => $"{code[..(Letters / 2)]}-{code[(Letters / 2)..]}")];
    }

    /// <summary>Whether it is one of the account's codes; it is none from then on.</summary>
    public async Task<bool> UseAsync(Guid account, string code, CancellationToken stop)
    {
        var typed = HashOf(account, code);
        return await documents.ChangeAsync<Account>(account, present => Without(present, typed), stop) is not null;
    }

    Account? Without(Account account, string typed)
    {
        var left = account.RecoveryCodes.Where(kept => !IsSame(kept, typed)).ToArray();
        return left.Length < account.RecoveryCodes.Count ? account with { RecoveryCodes = left } : null;
    }

    bool IsSame(string kept, string typed)
    {
        try
        {
            return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(protector.Unprotect(kept)), Encoding.ASCII.GetBytes(typed));
        }
        catch (CryptographicException)
        {
            return false; // The installation's keys were lost: its codes are worth nothing.
        }
    }

    static string HashOf(Guid account, string code) => Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes($"{account:N}{code}")));
}
