namespace SmartKampung.Host.Pages;

/// <summary>What a page says of itself while it is rendered; the layout shows it as <c>page</c>.</summary>
sealed class PageHead
{
    public string? Title { get; set; }
    public string? Description { get; set; }
    public string? Robots { get; set; }
    public string? Canonical { get; set; }
    public string? AccentCss { get; set; }
    public string? Message { get; set; }
    public int Status { get; set; }
    public StoredPicture? Share { get; set; }
    public List<Crumb> Crumbs { get; } = [];
    public List<FeedLink> Feeds { get; } = [];
    public List<OpenGraphValue> Og { get; } = [];
    public List<Html> JsonLd { get; } = [];
    public List<LanguageLink> Alternates { get; set; } = [];
}

sealed record Crumb(string Text, string Path, string Address);

sealed record FeedLink(string Title, string Type, string Address);

sealed record OpenGraphValue(string Property, string Content);

/// <summary>The page in a language: Path on this host, for links; Address as a whole, for search engines.</summary>
sealed record LanguageLink(string Language, string Path, string Address);
