using System.Buffers;
using System.Globalization;
using System.Text;

namespace SmartKampung.Host.Pages;

/// <summary>Which characters texts may hold, so that pages, feeds and calendars can carry them.</summary>
static class Characters
{
    const int NoCharacter = 0xFFFE;

    static readonly SearchValues<char> Unprintable = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code).Except("\t\n\r"), (char)NoCharacter, (char)0xFFFF]);

    /// <summary>Whether a text holds nothing that XML can't carry: no control characters but tabs and line breaks.</summary>
    public static bool AreText(string text) => !text.AsSpan().ContainsAny(Unprintable);

    /// <summary>Whether a text can be a name: one line, and nothing invisible that turns or hides what stands beside it.</summary>
    public static bool AreName(string name)
    {
        foreach (var rune in name.EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned) return false;
        return true;
    }

    /// <summary>The text with accents apart from their letters; what a stranger typed may hold what is no Unicode.</summary>
    public static string Decompose(string text) => Ascii.IsValid(text)
        ? text
        : string.Concat(text.EnumerateRunes().Where(rune => rune.Value != NoCharacter)).Normalize(NormalizationForm.FormD);
}
