namespace SmartKampung.News.Articles;

/// <summary>The list of news, whole or by category, topic, month or words.</summary>
static class ListArticles
{
    public static Task<Page> All(string? cari, string? halaman, ArticleList list, CancellationToken stop) =>
        string.IsNullOrWhiteSpace(cari)
            ? list.ShowAsync(new("/berita", "all", ""), articles => articles.PinnedFirst(), halaman, stop)
            : list.ShowAsync(new("/berita", "search", Shortened(cari.Trim())), articles => articles.NewestFirst().Search(Shortened(cari)), halaman, stop);

    public static Task<Page> OfCategory(string category, string? halaman, ArticleList list, CancellationToken stop) =>
        list.ShowAsync(
            new($"/berita/kategori/{Slug.Of(category)}", "category", category),
            articles => articles.Where(a => a.CategorySlug == category).NewestFirst(), halaman, stop);

    public static Task<Page> OfTopic(string topic, string? halaman, ArticleList list, CancellationToken stop) =>
        list.ShowAsync(
            new($"/berita/topik/{Slug.Of(topic)}", "topic", topic),
            articles => articles.Where(a => a.TagSlugs.Contains(topic)).NewestFirst(), halaman, stop);

    public static async Task<Page> OfMonth(string month, string? halaman, ArticleList list, Village village, CancellationToken stop)
    {
        if (Month.Parse(month) is not { } asked) return Page.NotFound();
        var (from, to) = asked.In(village.TimeZone);
        return await list.ShowAsync(
            new($"/berita/arsip/{asked}", "month", month) { Month = from },
            articles => articles.Where(a => a.VisibleFrom >= from && a.VisibleFrom < to).NewestFirst(), halaman, stop);
    }

    static string Shortened(string typed) => Letters.Shorten(typed, 100);
}
