using SmartKampung.Letters.Types.Bases;
using SmartKampung.Letters.Types.Comparing;

namespace SmartKampung.Letters.Types;

/// <summary>The letter types of the present village: their bases, with what the village made of them.</summary>
sealed class LetterTypes(IDocumentSession session, TypeBases bases, Catalogue catalogue, IPapers papers)
{
    /// <summary>What can be asked for, by name. A type whose body is no template is left out.</summary>
    public async Task<IReadOnlyList<LetterType>> OfferedAsync(CancellationToken stop) =>
        [.. (await ListAsync(stop)).Where(known => known.Type.IsOffered && !known.HasMistake).Select(known => known.Type)];

    /// <summary>A type, offered or not; null where there is none of this name.</summary>
    public async Task<LetterType?> FindAsync(string slug, CancellationToken stop) => (await FindKnownAsync(slug, stop))?.Type;

    public async Task<KnownType?> FindKnownAsync(string slug, CancellationToken stop)
    {
        var changed = await session.Query<VillageType>().Where(type => type.Slug == slug).FirstOrDefaultAsync(stop);
        return Know(await bases.FindAsync(slug, stop), changed);
    }

    public async Task<IReadOnlyList<KnownType>> ListAsync(CancellationToken stop)
    {
        var changed = (await session.Query<VillageType>().ToListAsync(stop)).ToDictionary(type => type.Slug);
        var given = await bases.ListAsync(stop);
        return [.. given.Keys.Union(changed.Keys).Select(slug => Know(given.GetValueOrDefault(slug), changed.GetValueOrDefault(slug))).OfType<KnownType>().OrderBy(known => known.Type.Name.Indonesian, StringComparer.OrdinalIgnoreCase)];
    }

    KnownType? Know(TypeBase? given, VillageType? changed)
    {
        if ((changed?.Own ?? given?.Type) is not { } type) return null;
        if (changed is not null) type = type with { IsOffered = changed.IsOffered };
        return new(type, given, changed, HasMistake(type, given));
    }

    /// <summary>What is no template can't be published, so it is not looked through for each reader.</summary>
    bool HasMistake(LetterType type, TypeBase? given) => (given is { Level: BaseLevel.Catalogue } || given?.Type.Body != type.Body) && !catalogue.IsTemplate(type, papers);
}

/// <summary>A letter type as it holds in a village.</summary>
/// <param name="Type">What holds.</param>
/// <param name="Base">What it is based on at present; null for one that the village added.</param>
/// <param name="Changed">What the village made of it, or null.</param>
/// <param name="HasMistake">Whether its body is no template.</param>
sealed record KnownType(LetterType Type, TypeBase? Base, VillageType? Changed, bool HasMistake)
{
    /// <summary>The version of what the village made of it, 0 for nothing.</summary>
    public int Version => Changed?.Version ?? 0;

    public bool IsChanged => Changed?.Own is not null && Base is not null;

    public bool IsAdded => Base is null;

    /// <summary>Whether the base is another than the village knew when it made its own version, or last looked at it.</summary>
    public bool IsBehind => IsChanged && (Changed!.Base is not { } seen || TypeMark.Of(seen) != Base!.Mark);
}
