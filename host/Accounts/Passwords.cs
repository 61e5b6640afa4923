using Microsoft.AspNetCore.Identity;

namespace SmartKampung.Host.Accounts;

/// <summary>Checks, hashes and judges passwords by what ASP.NET Core Identity brings.</summary>
sealed class Passwords(
    UserManager<User> users, IPasswordHasher<User> hasher, IEnumerable<IPasswordValidator<User>> validators, SignInAttempts attempts, LoginTries logins, KnownBrowsers browsers, TimeProvider clock)
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

    /// <summary>
    /// The account of a login and its password, or null, which takes as long, writes as little, and never tells which of both is wrong.
    /// A browser that the owner signed in with before has tries of its own, so that a stranger's guesses lock out strangers alone.
    /// A try too many is not looked at, whosever the login is: hashing it would keep the machine busy for whoever guesses.
    /// </summary>
    public async Task<Account?> CheckAsync(string login, string password, HttpContext context)
    {
        var account = (await users.FindByNameAsync(login))?.Account;
        var (now, browser) = (clock.GetUtcNow(), account is null ? null : browsers.Find(context, account));
        if (!(browser?.TryCount(now) ?? logins.TryCount(login))) return null;
        var isLocked = browser is null && account?.LockedUntil > now;
        if (!IsRight(isLocked ? null : account, password)) return null;
        browser?.Forget();
        logins.Forget(login);
        return account;
    }

    /// <summary>The account of who is signed in, if the password is its own, else null; counted against the account's lock.</summary>
    public async Task<Account?> CheckAsync(Guid id, string password, HttpContext context, CancellationToken stop) =>
        IsRight(await attempts.BeginAsync(id, context, stop), password) ? await attempts.SucceedAsync(id, context, stop) : null;

    /// <summary>Takes as long for nobody.</summary>
    bool IsRight(Account? account, string password) =>
        hasher.VerifyHashedPassword(Nobody, account?.Password ?? Nobodys(), password) != PasswordVerificationResult.Failed && account?.Password is not null;

    static User Nobody { get; } = new(new Account { Login = "", LoginKey = "", Name = "" });

    string Nobodys() => nobodys ??= hasher.HashPassword(Nobody, "nobody's password");
}
