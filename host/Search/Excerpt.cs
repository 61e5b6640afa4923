using System.Text;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Search.Analysis;

namespace SmartKampung.Host.Search;

/// <summary>Shows where the words stand: the part of a text around most of them, each marked.</summary>
sealed class Excerpt(SearchQuery query)
{
    const int MaxLength = 220;
    const int Before = 50;
    const int MaxRead = 20_000;
    const string Gap = "…";
    readonly Stems stems = new();

    /// <summary>The whole text with the words marked.</summary>
    public Html Whole(string text) => new(Mark(text, 0, text.Length, FoundIn(text)));

    /// <summary>A part of the text, or of the body where that one holds more of the words.</summary>
    public Html Of(string text, Html? body)
    {
        var inText = FoundIn(text);
        if (Different(inText) == query.Words.Count || body is not { Value.Length: > 0 } html) return new(Part(text, inText));
        var read = HtmlText.Of(html.Value);
        var inBody = FoundIn(read);
        return new(text.Length == 0 || Different(inBody) > Different(inText) ? Part(read, inBody) : Part(text, inText));
    }

    List<FoundWord> FoundIn(string text)
    {
        var read = text.Length > MaxRead ? text[..MaxRead] : text;
        return [.. TextWords.Of(read).Select(word => new FoundWord(Find(word.Value), word.Start, word.End)).Where(word => word.Query >= 0)];
    }

    /// <summary>Which of the query's words it is, or -1.</summary>
    int Find(string word)
    {
        var readings = stems.OfEither(word);
        for (var i = 0; i < query.Words.Count; i++)
        {
            var looked = query.Words[i];
            if (looked.Terms.Any(readings.Contains) || (looked.Prefix is { } prefix && word.StartsWith(prefix, StringComparison.Ordinal))) return i;
        }

        return -1;
    }

    static string Part(string text, List<FoundWord> found)
    {
        var best = found.Count == 0 ? 0 : found.MaxBy(first => Different(Near(found, first.Start))).Start;
        var start = best <= Before ? 0 : WordAfter(text, best - Before, best);
        var end = start + MaxLength >= text.Length ? text.Length : WordBefore(text, start + MaxLength, start);
        return (start > 0 ? Gap : "") + Mark(text, start, end, found) + (end < text.Length ? Gap : "");
    }

    static IEnumerable<FoundWord> Near(List<FoundWord> found, int start) =>
        found.Where(word => word.Start >= start && word.End <= start + MaxLength - Before);

    static int Different(IEnumerable<FoundWord> found) => found.DistinctBy(word => word.Query).Count();

    static int WordAfter(string text, int from, int most) => text.IndexOf(' ', from) is >= 0 and var space && space < most ? space + 1 : most;

    /// <summary>The end of the last whole word; a text without spaces is cut between two characters.</summary>
    static int WordBefore(string text, int from, int least)
    {
        var space = text.LastIndexOf(' ', from, from - least);
        if (space > least) return space;
        return char.IsLowSurrogate(text[from]) ? from - 1 : from;
    }

    static string Mark(string text, int start, int end, List<FoundWord> found)
    {
        var marked = new StringBuilder();
        var at = start;
        foreach (var word in found.Where(word => word.Start >= start && word.End <= end))
        {
            marked.Append(HtmlEscaping.Escape(text[at..word.Start])).Append("<mark>").Append(HtmlEscaping.Escape(text[word.Start..word.End])).Append("</mark>");
            at = word.End;
        }

        return marked.Append(HtmlEscaping.Escape(text[at..end])).ToString();
    }

    readonly record struct FoundWord(int Query, int Start, int End);
}
