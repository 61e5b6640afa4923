using System.Security.Cryptography;
using BitFaster.Caching.Lru;
using Microsoft.AspNetCore.DataProtection;

namespace SmartKampung.Host.Accounts;

/// <summary>
/// Knows the browsers that an account's owner signed in with, by a cookie that outlives the session and opens nothing: it only gives the browser tries of its own.
/// Worth nothing once the password or another way to sign in changed.
/// </summary>
sealed class KnownBrowsers(IDataProtectionProvider protection)
{
    const string Name = "kenal";
    const int MostAccounts = 4;
    const int Capacity = 10_000;

    static readonly TimeSpan Life = TimeSpan.FromDays(365);
    static readonly HostCookies Cookies = new();

    readonly IDataProtector protector = protection.CreateProtector("SmartKampung.KnownBrowser");
    readonly ConcurrentLru<string, Tries> browsers = new(Capacity);

    /// <summary>The browser's tries where it is known to the account, else null.</summary>
    public Tries? Find(HttpContext context, Account account) =>
        Read(context).FirstOrDefault(mark => mark.Account == account.Id && mark.Stamp == account.Stamp) is { } mark ? browsers.GetOrAdd(mark.Id, _ => new Tries()) : null;

    /// <summary>Marks the browser that the account's owner has just signed in with.</summary>
    public void Remember(HttpContext context, Account account)
    {
        Mark[] marks = [new(account.Id, account.Stamp, Guid.NewGuid().ToString("N")), .. Read(context).Where(mark => mark.Account != account.Id).Take(MostAccounts - 1)];
        Cookies.AppendResponseCookie(context, Name, protector.Protect(string.Join('\n', marks.Select(mark => mark.Text))), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Life,
            Path = "/",
            SameSite = SameSiteMode.Strict,
        });
    }

    IEnumerable<Mark> Read(HttpContext context)
    {
        if (Cookies.GetRequestCookie(context, Name) is not { Length: > 0 } cookie) return [];
        try
        {
            return protector.Unprotect(cookie).Split('\n').Select(Mark.Read).OfType<Mark>();
        }
        catch (CryptographicException)
        {
            return []; // Made up, or by keys that are gone.
        }
    }

    sealed record Mark(Guid Account, string Stamp, string Id)
    {
        public string Text => $"{Account:N} {Stamp} {Id}";

        public static Mark? Read(string text) => text.Split(' ') is [var account, var stamp, var id] ? new(Guid.ParseExact(account, "N"), stamp, id) : null;
    }
}
