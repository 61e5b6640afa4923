using Microsoft.AspNetCore.Identity;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Accounts;

/// <summary>One spelling for what people sign in with: e-mail addresses in lower case, phone numbers as +62.</summary>
sealed class LoginNormalizer : ILookupNormalizer
{
    public static string? Normalize(string? login)
    {
        var typed = login?.Trim() ?? "";
        if (typed.Contains('@', StringComparison.Ordinal)) return typed.Normalize().ToLowerInvariant();
        return PhoneNumber.IsInternational(typed) ? PhoneNumber.WithCountry(typed) : null;
    }

    public string? NormalizeName(string? name) => Normalize(name);

    public string? NormalizeEmail(string? email) => Normalize(email);
}
