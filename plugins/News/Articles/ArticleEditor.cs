using SmartKampung.News.Pictures;

namespace SmartKampung.News.Articles;

/// <summary>Makes an article of a draft: cleans its HTML, measures its picture, and prepares what queries need.</summary>
sealed class ArticleEditor(IHtmlSanitizer sanitizer, PictureLibrary pictures, TimeProvider clock)
{
    const int PictureWidth = 960;
    const int MostTags = 20;

    /// <summary>The article as it would be saved, still under its old slug; the picture is left out where there is no such file.</summary>
    public async Task<Article> WriteAsync(Article article, ArticleDraft draft, CancellationToken stop)
    {
        var tags = Tags(draft.Tags ?? []);
        var picture = string.IsNullOrEmpty(draft.Picture) ? null : await pictures.FindAsync(draft.Picture, draft.PictureAlt ?? "", article.Picture, stop);
        return Prepared(article with
        {
            Title = draft.Title.Trim(),
            Summary = draft.Summary?.Trim() ?? "",
            Body = sanitizer.Sanitize(draft.Body ?? "").Value,
            Category = draft.Category?.Trim() ?? "",
            Tags = tags,
            Author = draft.Author?.Trim() ?? "",
            Picture = picture,
            Media = picture is not null && picture == article.Picture ? article.Media : null,
            Caption = draft.Caption?.Trim() ?? "",
            Pinned = draft.Pinned,
            State = StateOf(draft) ?? article.State,
            PublishAt = draft.PublishAt ?? (article.Version == 0 ? clock.GetUtcNow() : article.PublishAt),
        });
    }

    /// <summary>The article as it was typed in the console, its state as it was.</summary>
    /// <param name="article">The article before, or a new one.</param>
    /// <param name="form">What was typed.</param>
    /// <param name="gallery">Its gallery.</param>
    /// <param name="picture">The picture that the form names, or null.</param>
    public Article Write(Article article, ArticleForm form, IReadOnlyList<GalleryPicture> gallery, MediaPicture? picture) => Prepared(article with
    {
        Title = form.Title.Trim(),
        Summary = form.Summary.Trim(),
        Body = sanitizer.Sanitize(form.Body).Value,
        Category = form.Category.Trim(),
        Tags = Tags(form.Tags.Split(',')),
        Author = form.Author.Trim(),
        Media = picture?.Id,
        Picture = picture?.At(PictureWidth) ?? (article.Media is null && !form.WithoutPicture ? article.Picture : null),
        Caption = form.Caption.Trim(),
        Gallery = gallery,
        Pinned = form.Pinned,
        AllowsComments = form.AllowsComments,
        OldAddresses = OldAddress.ReadLines(form.OldAddresses),
        PublishAt = form.PublishAt ?? (article.Version == 0 ? clock.GetUtcNow() : article.PublishAt),
    });

    public Article Prepared(Article article) => article.Placed() with
    {
        CategorySlug = Slug.Of(article.Category),
        TagSlugs = [.. article.Tags.Select(Slug.Of)],
        ChangedAt = clock.GetUtcNow(),
    };

    public static ArticleState? StateOf(ArticleDraft draft) =>
        Enum.GetValues<ArticleState>().Cast<ArticleState?>().FirstOrDefault(state => string.Equals(state.ToString(), draft.State, StringComparison.OrdinalIgnoreCase));

    public static List<string> Tags(IEnumerable<string> tags) =>
        [.. tags.Select(tag => tag.Trim()).Where(tag => tag.Length is > 0 and <= 40 && Slug.Of(tag).Length > 0).DistinctBy(Slug.Of).Take(MostTags)];
}
