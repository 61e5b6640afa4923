using System.Globalization;
using System.Text;

namespace SmartKampung.News;

/// <summary>The part of an address that tells what the page is about: lower-case letters and digits joined by hyphens.</summary>
static class Slug
{
    const int MaxLength = 80;

    public static string Of(string text)
    {
        var slug = new StringBuilder();
        foreach (var letter in Letters.Decompose(text))
        {
            if (char.IsAsciiLetterOrDigit(letter)) slug.Append(char.ToLowerInvariant(letter));
            else if (Separates(letter) && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return Shorten(slug.ToString().Trim('-'));
    }

    /// <summary>The first of slug, slug-2, slug-3 ... that is not taken.</summary>
    public static string Free(string slug, IReadOnlySet<string> taken) =>
        Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? slug : $"{slug}-{n}").First(free => !taken.Contains(free));

    // Accents and apostrophes belong to their letter: Jum'at is jumat, kafé is kafe.
    static bool Separates(char letter) =>
        letter is not ('\'' or '’' or '‘' or '`') && CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark;

    static string Shorten(string slug)
    {
        if (slug.Length <= MaxLength) return slug;
        var end = slug.LastIndexOf('-', MaxLength);
        return end > 0 ? slug[..end] : slug[..MaxLength];
    }
}
