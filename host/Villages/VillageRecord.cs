using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Villages;

/// <summary>A village as the installation keeps it. Its id never changes; everything else may.</summary>
sealed record VillageRecord : Document, IScoped
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

    /// <summary>A village that is about to close still shows its pages, and refuses whatever would change it.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>A copy made to rehearse a restore: nothing is sent from it to anybody.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>The village that this one, closed since that day, became part of; its addresses lead there.</summary>
    public Relation? Successor { get; init; }

    /// <summary>The village that this one was a part of until that day.</summary>
    public Relation? Origin { get; init; }

    string IScoped.Scope => Scope.Village(Id).ToString();

    /// <summary>The village under its new code, with the one that it had until that day among the earlier ones.</summary>
    public VillageRecord WithCode(string code, DateOnly until) => Code == code
        ? this
        : this with { Code = code, EarlierCodes = [.. EarlierCodes.Where(earlier => earlier.Code != code), new EarlierCode(Code, until)] };

    /// <summary>The village under its new slug, with the address it had until now among the earlier ones.</summary>
    public VillageRecord WithEarlierSlug(string earlier) => Slug == earlier
        ? this
        : this with { Aliases = [.. Aliases.Where(alias => alias != Slug && alias != earlier), earlier] };
}

/// <summary>A code that the village had until a day.</summary>
sealed record EarlierCode(string Code, DateOnly Until);

/// <summary>What a village has to do with another, and from which day.</summary>
sealed record Relation(Guid Village, DateOnly From);
