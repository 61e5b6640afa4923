using Microsoft.AspNetCore.Identity;

namespace SmartKampung.Host.Accounts;

/// <summary>Checks, hashes and judges passwords by what ASP.NET Core Identity brings.</summary>
sealed class Passwords(
    UserManager<User> users, IPasswordHasher<User> hasher, IEnumerable<IPasswordValidator<User>> validators, SignInAttempts attempts)
{
    static string? nobodys;

    public string Hash(Account account, string password) => hasher.HashPassword(new(account), password);

    /// <summary>The key of the text that says what is wrong with a new password for this account; null where it is good.</summary>
    public async Task<string?> WeaknessAsync(Account account, string password)
    {
        foreach (var validator in validators)
            if (!(await validator.ValidateAsync(users, new(account), password)).Succeeded) return "account.password.weak";
        return CommonPasswords.Include(password, account) ? "account.password.common" : null;
    }

    /// <summary>The account of a login and its password, or null, which takes as long and never tells which of both is wrong.</summary>
    public async Task<Account?> CheckAsync(string login, string password, HttpContext context, CancellationToken stop)
    {
        var user = await users.FindByNameAsync(login);
        return await CheckAsync(user?.Account.Id ?? Guid.Empty, password, context, stop);
    }

    /// <summary>The account if the password is its own, else null; counted against the account's lock.</summary>
    public async Task<Account?> CheckAsync(Guid id, string password, HttpContext context, CancellationToken stop)
    {
        var account = await attempts.BeginAsync(id, context, stop);
        var isRight = hasher.VerifyHashedPassword(Nobody, account?.Password ?? Nobodys(), password) != PasswordVerificationResult.Failed;
        return isRight && account?.Password is not null ? await attempts.SucceedAsync(id, context, stop) : null;
    }

    static User Nobody { get; } = new(new Account { Login = "", LoginKey = "", Name = "" });

    string Nobodys() => nobodys ??= hasher.HashPassword(Nobody, "nobody's password");
}
