namespace SmartKampung.News;

/// <summary>What a village sets for its news.</summary>
sealed record NewsSettings
{
    [Range(5, 50)]
    public int ArticlesPerPage { get; init; } = 10;

    [Range(1, 10)]
    public int ArticlesOnHome { get; init; } = 4;

    [Range(0, 10)]
    public int RelatedArticles { get; init; } = 3;

    [Range(5, 50)]
    public int ArticlesInFeed { get; init; } = 20;

    public bool ShowArchive { get; init; } = true;

    public bool ShareLinks { get; init; } = true;

    /// <summary>Whether residents may comment on articles that allow it.</summary>
    [Display(GroupName = "comments")]
    public bool Comments { get; init; }

    /// <summary>Whether a resident of whom a comment was approved once is shown at once.</summary>
    [Display(GroupName = "comments")]
    public bool TrustKnownCommenters { get; init; }

    /// <summary>The categories that the list offers, in this order.</summary>
    public List<string> Categories { get; init; } =
        ["Pemerintahan", "Pertanian", "Kesehatan", "Pendidikan", "Usaha warga", "Wisata", "Budaya", "Lingkungan"];
}
