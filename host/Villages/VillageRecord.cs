namespace SmartKampung.Host.Villages;

/// <summary>A village as the installation keeps it. Its id never changes; everything else may.</summary>
sealed record VillageRecord : Document
{
    public required string Code { get; init; }

    public IReadOnlyList<EarlierCode> EarlierCodes { get; init; } = [];

    public required string Name { get; init; }

    public VillageKind Kind { get; init; }

    public required Area District { get; init; }

    public required Area Regency { get; init; }

    public string PostalCode { get; init; } = "";

    public Location? Location { get; init; }

    public required string Slug { get; init; }

    /// <summary>Earlier slugs, whose addresses redirect.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public IReadOnlyList<string> HostNames { get; init; } = [];

    public string TimeZone { get; init; } = TimeZones.Western;

    /// <summary>A closed village (merged into another, or entered by mistake) keeps its data and its code but has no site.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The village under its new slug, with the address it had until now among the earlier ones.</summary>
    public VillageRecord WithEarlierSlug(string earlier) => Slug == earlier
        ? this
        : this with { Aliases = [.. Aliases.Where(alias => alias != Slug && alias != earlier), earlier] };
}

/// <summary>A code that the village had until a day.</summary>
sealed record EarlierCode(string Code, DateOnly Until);
