namespace SmartKampung.Host.Villages;

/// <summary>A page that a village wrote, such as its history.</summary>
sealed record VillagePage : Document
{
    public required Guid Village { get; init; }

    public required string Slug { get; init; }

    public required LocalText Title { get; init; }

    /// <summary>Clean HTML.</summary>
    public required LocalText Body { get; init; }

    /// <summary>Whether visitors see it.</summary>
    public bool IsPublished { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    public PageListing Listing => new(Id, Slug, Title, IsPublished, ChangedAt);
}
