namespace SmartKampung.Letters.Types.Bases;

/// <summary>The bases of the present village's types.</summary>
sealed class TypeBases(Catalogue catalogue)
{
    public Task<IReadOnlyDictionary<string, TypeBase>> ListAsync(CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyDictionary<string, TypeBase>>(catalogue.Types.ToDictionary(type => type.Slug, TypeBase.OfCatalogue));
    }

    public Task<TypeBase?> FindAsync(string slug, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        return Task.FromResult(catalogue.Find(slug) is { } type ? TypeBase.OfCatalogue(type) : null);
    }
}
