using System.Text.RegularExpressions;

namespace SmartKampung.News.Articles;

/// <summary>Where two texts of an article differ, part by part, as readers see them.</summary>
sealed partial class ArticleDifference(IHtmlSanitizer sanitizer)
{
    const char LineEnd = '\uE000';

    /// <returns>The parts that differ; a body that only looks different has no runs.</returns>
    public IReadOnlyList<DifferentPart> Between(Revision before, Revision after) =>
        [.. Parts(before).Zip(Parts(after)).Where(pair => pair.First.Source != pair.Second.Source)
            .Select(pair => new DifferentPart(pair.First.Name, WordDifference.Between(pair.First.Text, pair.Second.Text)))];

    IEnumerable<Part> Parts(Revision revision) =>
    [
        Plain("article.title", revision.Title),
        Plain("article.summary", revision.Summary),
        new("article.body", revision.Body, Readable(revision.Body)),
        Plain("article.category", revision.Category),
        Plain("article.tags", string.Join(", ", revision.Tags)),
        Plain("article.author", revision.Author),
        new("article.picture", $"{revision.Media} {revision.Picture?.File}", revision.Picture?.Alt ?? ""),
        Plain("article.caption", revision.Caption),
        new("article.gallery", string.Join('\n', revision.Gallery), string.Join('\n', revision.Gallery.Select(picture => picture.Caption))),
    ];

    static Part Plain(string name, string text) => new(name, text, text);

    string Readable(string html) =>
        string.Join('\n', sanitizer.PlainText(Picture().Replace(BlockEnd().Replace(html, LineEnd + "$0"), "[$1]")).Split(LineEnd, StringSplitOptions.TrimEntries));

    [GeneratedRegex("</(?:p|li|h[2-4]|blockquote|tr|figcaption|pre)>|<br>")]
    private static partial Regex BlockEnd();

    [GeneratedRegex("<img[^>]*? alt=\"([^\"]*)\"[^>]*>")]
    private static partial Regex Picture();

    sealed record Part(string Name, string Source, string Text);
}

/// <summary>A part of an article that changed.</summary>
/// <param name="Name">Key of its name.</param>
/// <param name="Runs">Its words.</param>
sealed record DifferentPart(string Name, IReadOnlyList<WordRun> Runs);
