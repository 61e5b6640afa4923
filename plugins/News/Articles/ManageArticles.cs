namespace SmartKampung.News.Articles;

/// <summary>All articles with their states, for staff; two queries however many there are.</summary>
static class ManageArticles
{
    const int PerPage = 20;

    public static async Task<Page> Show(
        string? keadaan, string? kategori, string? penulis, string? cari, string? halaman,
        IDocumentSession session, NewsSettings settings, IRights rights, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var wanted = new WantedArticles(keadaan ?? "", kategori ?? "", penulis?.Trim() ?? "", Letters.Shorten(cari?.Trim() ?? "", 100));
        var chosen = wanted.In(session.Query<Article>(), now);
        var page = PageNumber.Of(halaman);
        var count = await chosen.CountAsync(stop);
        var last = PageNumber.Last(count, PerPage);
        if (page > last) return Page.NotFound();
        var articles = await chosen.Skip((page - 1) * PerPage).Take(PerPage).ToListAsync(stop);
        return Page.View("news-manage", new
        {
            rows = Rows(articles, now),
            wanted,
            states = WantedArticles.States,
            categories = settings.Categories,
            isNarrowed = wanted != WantedArticles.All,
            count,
            pageNumber = page,
            last,
            mayPublish = rights.Has(Permissions.Publish),
        });
    }

    public static string StateKey(Article article, DateTimeOffset now) =>
        article.State == ArticleState.Published && article.PublishAt > now ? "state.scheduled" : $"state.{article.State.ToString().ToLowerInvariant()}";

    static List<ManagedArticle> Rows(IEnumerable<Article> articles, DateTimeOffset now) =>
        [.. articles.Select(article => new ManagedArticle(article, StateKey(article, now), article.IsPublic(now)))];
}

sealed record ManagedArticle(Article Article, string State, bool IsPublic);

/// <summary>Which articles are looked for; empty for any.</summary>
sealed record WantedArticles(string State, string Category, string Author, string Words)
{
    public static WantedArticles All { get; } = new("", "", "", "");

    public static IReadOnlyList<string> States { get; } = ["draft", "review", "scheduled", "published", "archived"];

    /// <summary>The address that a page number is put behind.</summary>
    public string PagesPath =>
        $"/kelola/news?keadaan={Uri.EscapeDataString(State)}&kategori={Uri.EscapeDataString(Category)}&penulis={Uri.EscapeDataString(Author)}&cari={Uri.EscapeDataString(Words)}&halaman=";

    public IDocumentQuery<Article> In(IDocumentQuery<Article> articles, DateTimeOffset now)
    {
        var (category, author) = (Slug.Of(Category), Author);
        articles = InState(articles, now);
        if (category.Length > 0) articles = articles.Where(a => a.CategorySlug == category);
        if (author.Length > 0) articles = articles.Where(a => a.Author.Contains(author, StringComparison.Ordinal));
        return Words.Length > 0 ? articles.Search(Words) : articles.OrderByDescending(a => a.Rank);
    }

    IDocumentQuery<Article> InState(IDocumentQuery<Article> articles, DateTimeOffset now) => State switch
    {
        "draft" => articles.Where(a => a.State == ArticleState.Draft),
        "review" => articles.Where(a => a.State == ArticleState.Review),
        "archived" => articles.Where(a => a.State == ArticleState.Archived),
        "published" => articles.Where(a => a.VisibleFrom <= now),
        "scheduled" => articles.Where(a => a.VisibleFrom > now),
        _ => articles,
    };
}
