using System.Buffers;
using System.Globalization;
using System.Text;

namespace SmartKampung.Host.Search.Analysis;

/// <summary>A word as search compares it, in lower case and without accents, and where it stands in its text.</summary>
readonly record struct TextWord(string Value, int Start, int End);

/// <summary>Takes a text apart into its words: letters, or digits (RT03 and "RT 03" are the same). What joins letters (Jum'at) is left out.</summary>
static class TextWords
{
    const int MaxLength = 40;
    static readonly SearchValues<char> Apostrophes = SearchValues.Create("'’‘ʼ`");

    public static IEnumerable<TextWord> Of(string text)
    {
        var word = new StringBuilder(MaxLength);
        var start = 0;
        for (int at = 0, length; at < text.Length; at += length)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out length);
            var isPart = Rune.IsLetterOrDigit(rune);
            if (word.Length > 0 && (isPart ? Rune.IsDigit(rune) != char.IsDigit(word[^1]) : !Joins(rune, text, at + length)))
            {
                yield return new(word.ToString(), start, at);
                word.Clear();
            }

            if (!isPart) continue;
            if (word.Length == 0) start = at;
            Append(word, rune);
        }

        if (word.Length > 0) yield return new(word.ToString(), start, text.Length);
    }

    static bool Joins(Rune rune, string text, int next) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format
        || (rune.IsBmp && Apostrophes.Contains((char)rune.Value) && next < text.Length && char.IsLetter(text[next]));

    static void Append(StringBuilder word, Rune rune)
    {
        if (rune.IsAscii)
        {
            if (word.Length < MaxLength) word.Append(char.ToLowerInvariant((char)rune.Value));
            return;
        }

        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
            if (Rune.IsLetterOrDigit(part) && word.Length + part.Utf16SequenceLength <= MaxLength)
                word.Append(Rune.ToLowerInvariant(part).ToString());
    }
}
