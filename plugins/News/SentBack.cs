namespace SmartKampung.News;

/// <summary>What the API's answers tell beyond what can be written. It may be sent back with the rest and changes nothing.</summary>
abstract record SentBack
{
    public Guid? Id { get; init; }
    public int? Version { get; init; }
    public string? Address { get; init; }
    public List<string>? EarlierSlugs { get; init; }
    public DateTimeOffset? ChangedAt { get; init; }
}
