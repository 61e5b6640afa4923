namespace SmartKampung.Letters.Types.Bases;

/// <summary>The bases of the present village's types, all read in one query.</summary>
sealed class TypeBases(Catalogue catalogue, IPortalSession portal, Village village)
{
    public async Task<IReadOnlyDictionary<string, TypeBase>> ListAsync(CancellationToken stop)
    {
        var bases = catalogue.Types.ToDictionary(type => type.Slug, TypeBase.OfCatalogue);
        foreach (var published in (await Published().ToListAsync(stop)).OrderBy(type => type.Level)) bases[published.Slug] = Of(published);
        return bases;
    }

    public async Task<TypeBase?> FindAsync(string slug, CancellationToken stop)
    {
        if ((await Published().Where(type => type.Slug == slug).ToListAsync(stop)).MaxBy(type => type.Level) is { } published) return Of(published);
        return catalogue.Find(slug) is { } type ? TypeBase.OfCatalogue(type) : null;
    }

    IDocumentQuery<PublishedType> Published()
    {
        List<string> areas = ["", village.District.Code];
        return portal.Query<PublishedType>().Where(type => areas.Contains(type.Area));
    }

    TypeBase Of(PublishedType published) =>
        new(published.Type, published.Level, published.Level == BaseLevel.District ? village.District.Name : village.Regency.Name, published.Editions);
}
