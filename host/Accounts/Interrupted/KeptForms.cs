using System.Security.Cryptography;
using BitFaster.Caching.Lru;
using Microsoft.Extensions.Options;
using SmartKampung.Host.Privacy;

namespace SmartKampung.Host.Accounts.Interrupted;

/// <summary>
/// What was typed when a session turned out to be over, kept for some minutes for the same browser: a cookie names it, and nobody else can.
/// Kept in memory, in bounded number and size, and without anything that is named like a secret.
/// </summary>
sealed class KeptForms(IOptions<RetentionOptions> retention, TimeProvider clock)
{
    const int Capacity = 200;
    const int MostLetters = 100_000;
    const string Name = "naskah";

    static readonly HostCookies Cookies = new();
    static readonly string[] Secrets = ["pass", "sandi", "secret", "rahasia", "token", "key", "kunci", "pin", "code", "kode", "credential", "_form"];

    readonly ConcurrentLru<string, KeptForm> kept = new(Capacity);

    TimeSpan Life => TimeSpan.FromMinutes(retention.Value.FormMinutes);

    /// <summary>Keeps the fields; false where there is too much of it.</summary>
    public bool TryKeep(HttpContext context, string address, string page, IFormCollection form, IReadOnlyCollection<string> secrets)
    {
        var (safe, secret) = (form.Where(field => !IsSecret(field.Key, secrets)), form.Where(field => IsSecret(field.Key, secrets)));
        var fields = (from field in safe from value in field.Value select KeyValuePair.Create(field.Key, value ?? "")).ToArray();
        var dropped = secret.Where(field => field.Value.ToString().Length > 0).Select(field => field.Key)
            .Concat(form.Files.Where(file => file.Length > 0).Select(file => file.Name)).ToHashSet();
        if (fields.Sum(field => field.Key.Length + field.Value.Length) > MostLetters) return false;
        var name = RandomNumberGenerator.GetHexString(32, lowercase: true);
        kept.AddOrUpdate(name, new(address, page, fields, dropped, clock.GetUtcNow() + Life));
        Cookies.AppendResponseCookie(context, Name, name, new CookieOptions { HttpOnly = true, IsEssential = true, MaxAge = Life, Path = "/", SameSite = SameSiteMode.Lax });
        return true;
    }

    public KeptForm? Find(HttpContext context) =>
        Cookies.GetRequestCookie(context, Name) is { } name && kept.TryGet(name, out var form) && form.Until > clock.GetUtcNow() ? form : null;

    /// <summary>Forgets it: it was shown, and stands in the page now.</summary>
    public void Forget(HttpContext context)
    {
        if (Cookies.GetRequestCookie(context, Name) is { } name) kept.TryRemove(name);
        Cookies.DeleteCookie(context, Name, new CookieOptions { Path = "/" });
    }

    static bool IsSecret(string field, IReadOnlyCollection<string> more) =>
        Array.Exists(Secrets, sign => field.Contains(sign, StringComparison.OrdinalIgnoreCase)) || more.Contains(field, StringComparer.OrdinalIgnoreCase);
}

/// <param name="Address">Where the form was sent.</param>
/// <param name="Page">The page that it stands in.</param>
/// <param name="Fields">What was typed.</param>
/// <param name="Dropped">The names of fields that were filled in and not kept.</param>
/// <param name="Until">When it is forgotten.</param>
sealed record KeptForm(string Address, string Page, IReadOnlyList<KeyValuePair<string, string>> Fields, IReadOnlySet<string> Dropped, DateTimeOffset Until);
