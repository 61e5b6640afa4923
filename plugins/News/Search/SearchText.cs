using System.Globalization;
using System.Text;

namespace SmartKampung.News.Search;

/// <summary>Words as the search compares them: lower case, without accents, each with a space before it.</summary>
static class SearchText
{
    public static string Of(params IEnumerable<string> texts) =>
        string.Concat(texts.SelectMany(Words).Distinct(StringComparer.Ordinal).Select(word => " " + word));

    public static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var letter in Letters.Decompose(text))
        {
            if (char.IsLetterOrDigit(letter)) word.Append(char.ToLowerInvariant(letter));
            else if (word.Length > 0 && CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0) yield return word.ToString();
    }

    /// <summary>Keeps the documents in which every word that was typed begins a word.</summary>
    public static IDocumentQuery<T> Matching<T>(this IDocumentQuery<T> query, string typed) where T : Found =>
        Words(typed).Select(word => " " + word).Aggregate(query, (found, start) => found.Where(d => d.SearchText.Contains(start)));

    /// <summary>How many of the words begin a word of the title.</summary>
    public static int Rank(string title, string typed)
    {
        var words = Of(title);
        return Words(typed).Count(word => words.Contains(" " + word, StringComparison.Ordinal));
    }
}
