using SmartKampung.News.Comments;

namespace SmartKampung.News.Articles;

/// <summary>Makes an article's page as visitors see it.</summary>
sealed class ArticlePage(IDocumentSession session, NewsSettings settings, IMedia media, IAddresses addresses, Village village, TimeProvider clock)
{
    public async Task<Page> ViewAsync(Article article, bool isPreview, CancellationToken stop) => Page.View("news-article", new
    {
        article,
        shown = (object?)await media.FindPictureAsync(article.Media, stop) ?? article.Picture,
        body = new Html(article.Body),
        gallery = await GalleryAsync(article, stop),
        hasComments = settings.Comments && article.AllowsComments,
        comments = settings.Comments && article.AllowsComments ? await ShownComment.OfAsync(session, article.Id, person: null, stop) : [],
        tags = article.Tags.Select(tag => new TagLink(tag, $"/berita/topik/{Slug.Of(tag)}")).ToList(),
        categoryPath = $"/berita/kategori/{article.CategorySlug}",
        related = await session.RelatedToAsync(article, settings.RelatedArticles, clock.GetUtcNow(), stop),
        links = settings.ShareLinks && !isPreview ? ShareLinks.To(article, addresses) : null,
        sharePicture = ShareLinks.Picture(article),
        data = NewsArticleData.Of(article, village, addresses),
        isPreview,
    });

    /// <summary>What is no more in the library is left out.</summary>
    async Task<List<ShownPicture>> GalleryAsync(Article article, CancellationToken stop)
    {
        if (article.Gallery.Count == 0) return [];
        var found = await media.FindPicturesAsync(article.Gallery.Select(picture => picture.Media), stop);
        return [.. from picture in article.Gallery where found.ContainsKey(picture.Media) select new ShownPicture(found[picture.Media], picture.Caption)];
    }
}

sealed record ShownPicture(MediaPicture Picture, string Caption);
