namespace SmartKampung.News.Articles;

/// <summary>What the template of a list of news shows.</summary>
sealed record NewsList(
    ListHeading Heading,
    IReadOnlyList<Article> Articles,
    int Count,
    int PageNumber,
    int Last,
    IReadOnlyList<CategoryLink> Categories,
    IReadOnlyList<YearOfNews> Years)
{
    /// <summary>The address that a page number is put behind.</summary>
    public string PagesPath => Heading.Kind == "search"
        ? $"{Heading.Path}?cari={Uri.EscapeDataString(Heading.Name)}&halaman="
        : $"{Heading.Path}?halaman=";
}

/// <summary>Which list it is: all, search, category, topic or month, and of what.</summary>
sealed record ListHeading(string Path, string Kind, string Name)
{
    public DateTimeOffset? Month { get; init; }

    /// <summary>An address carries a slug; the articles know how the word is written.</summary>
    public ListHeading NamedBy(IReadOnlyList<Article> articles, IReadOnlyList<CategoryLink> categories) => (Kind, articles) switch
    {
        ("category", [var first, ..]) => this with { Name = first.Category },
        ("category", []) => this with { Name = categories.First(category => category.Current).Name },
        ("topic", [var first, ..]) => this with { Name = first.Tags.FirstOrDefault(tag => Slug.Of(tag) == Name) ?? Name },
        _ => this,
    };
}

sealed record CategoryLink(string Name, string Path, bool Current = false);

sealed record YearOfNews(int Year, IReadOnlyList<MonthLink> Months)
{
    public static YearOfNews Of(IReadOnlyList<Month> months, TimeZoneInfo zone) =>
        new(months[0].Year, [.. months.Select(month => new MonthLink(month.In(zone).From, $"/berita/arsip/{month}"))]);
}

sealed record MonthLink(DateTimeOffset Month, string Path);
