namespace SmartKampung.Letters.Types;

/// <summary>The letter types of the present village: the catalogue's, with what the village made of them.</summary>
sealed class LetterTypes(IDocumentSession session, Catalogue catalogue, IPapers papers)
{
    /// <summary>What can be asked for, by name. A type whose body is no template is left out.</summary>
    public async Task<IReadOnlyList<LetterType>> OfferedAsync(CancellationToken stop) =>
        [.. (await ListAsync(stop)).Where(known => known.Type.IsOffered && !known.HasMistake).Select(known => known.Type)];

    /// <summary>A type, offered or not; null where there is none of this name.</summary>
    public async Task<LetterType?> FindAsync(string slug, CancellationToken stop) => (await FindKnownAsync(slug, stop))?.Type;

    public async Task<KnownType?> FindKnownAsync(string slug, CancellationToken stop)
    {
        var changed = await session.Query<VillageType>().Where(type => type.Slug == slug).FirstOrDefaultAsync(stop);
        return Know(catalogue.Find(slug), changed);
    }

    public async Task<IReadOnlyList<KnownType>> ListAsync(CancellationToken stop)
    {
        var changed = (await session.Query<VillageType>().ToListAsync(stop)).ToDictionary(type => type.Slug);
        var slugs = catalogue.Types.Select(type => type.Slug).Union(changed.Keys);
        return [.. slugs.Select(slug => Know(catalogue.Find(slug), changed.GetValueOrDefault(slug))).OfType<KnownType>().OrderBy(known => known.Type.Name.Indonesian, StringComparer.OrdinalIgnoreCase)];
    }

    KnownType? Know(LetterType? origin, VillageType? changed)
    {
        if ((changed?.Own ?? origin) is not { } type) return null;
        if (changed is not null) type = type with { IsOffered = changed.IsOffered };
        return new(type, origin, changed, HasMistake: !catalogue.IsTemplate(type, papers));
    }
}

/// <summary>A letter type as it holds in a village.</summary>
/// <param name="Type">What holds.</param>
/// <param name="Origin">The catalogue's present version, or null where it has none.</param>
/// <param name="Changed">What the village made of it, or null.</param>
/// <param name="HasMistake">Whether its body is no template.</param>
sealed record KnownType(LetterType Type, LetterType? Origin, VillageType? Changed, bool HasMistake)
{
    /// <summary>The version of what the village made of it, 0 for nothing.</summary>
    public int Version => Changed?.Version ?? 0;

    public bool IsChanged => Changed?.Own is not null && Origin is not null;

    public bool IsAdded => Origin is null;

    /// <summary>Whether the catalogue's version is another than the one that the village changed.</summary>
    public bool IsBehind => IsChanged && Changed!.Base is { } known && LetterJson.Write(known) != LetterJson.Write(Origin!);
}
