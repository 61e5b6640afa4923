using SmartKampung.News.Articles;

namespace SmartKampung.News.Demo;

/// <summary>The demo village's articles.</summary>
sealed class DemoArticles(ArticleEditor editor, IHtmlSanitizer sanitizer, DemoPictures pictures, Village village, TimeProvider clock)
{
    public async Task<IReadOnlyList<Article>> ReadAsync(CancellationToken stop)
    {
        var taken = new HashSet<string>();
        var articles = new List<Article>();
        foreach (var text in await DemoFolder.ReadAsync<DemoArticle>("articles.json", stop))
        {
            var article = await ArticleOfAsync(text, Slug.Free(Slug.Of(text.Title), taken), stop);
            taken.Add(article.Slug);
            articles.Add(article);
        }

        return articles;
    }

    async Task<Article> ArticleOfAsync(DemoArticle text, string slug, CancellationToken stop)
    {
        var day = village.TimeZone.DayOf(clock.GetUtcNow()).AddDays(-text.DaysAgo);
        var publishAt = village.TimeZone.At(day, text.Time);
        return editor.Prepared(new Article
        {
            Title = DayPlaceholder.Fill(text.Title, day),
            Slug = slug,
            Summary = DayPlaceholder.Fill(text.Summary, day),
            Body = sanitizer.Sanitize(DayPlaceholder.Fill(text.Body, day)).Value,
            Category = text.Category,
            Tags = [.. text.Tags],
            Author = text.Author,
            Picture = string.IsNullOrEmpty(text.Picture) ? null : await pictures.SaveAsync(text.Picture, text.PictureAlt ?? "", stop),
            Caption = text.Caption is null ? "" : DayPlaceholder.Fill(text.Caption, day),
            Pinned = text.Pinned,
            State = ArticleState.Published,
            PublishAt = publishAt,
        }) with { ChangedAt = publishAt };
    }
}

sealed record DemoArticle(
    int DaysAgo, TimeOnly Time, string Title, string Category, IReadOnlyList<string> Tags, string Author, bool Pinned,
    string Summary, string? Picture, string? PictureAlt, string? Caption, string Body);
