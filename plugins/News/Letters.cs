using System.Text;

namespace SmartKampung.News;

/// <summary>Texts as strangers type them, made fit to be compared.</summary>
static class Letters
{
    /// <summary>The text with accents apart from their letters, without what is no Unicode.</summary>
    public static string Decompose(string text) => Ascii.IsValid(text)
        ? text
        : string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0xFFFE)).Normalize(NormalizationForm.FormKD);

    /// <summary>The beginning of a text, no letter cut in two.</summary>
    public static string Shorten(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
