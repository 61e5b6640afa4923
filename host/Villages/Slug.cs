using System.Globalization;
using System.Text;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Villages;

/// <summary>A name as it stands in an address: small letters, digits and single hyphens.</summary>
static class Slug
{
    public const int MaxLength = 80;

    public static string Of(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var letter in Characters.Decompose(name)) Append(slug, letter);
        if (slug.Length > MaxLength) slug.Length = MaxLength;
        return slug.ToString().TrimEnd('-');
    }

    public static bool IsValid(string slug) => slug.Length is > 0 and <= MaxLength && Of(slug) == slug;

    static void Append(StringBuilder slug, char letter)
    {
        if (char.IsAsciiLetterOrDigit(letter)) slug.Append(char.ToLowerInvariant(letter));
        else if (!Vanishes(letter) && slug is [.., not '-']) slug.Append('-');
    }

    static bool Vanishes(char letter) =>
        letter is '\'' or '’' or '‘' or '`' || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark;
}
