namespace SmartKampung.Host.Villages;

/// <summary>The pages that villages write themselves. A page and its place in lists and menus are saved together.</summary>
sealed class OwnPages(VillageDocuments documents, VillageRegistry registry)
{
    const int MostFound = 20;

    public const int MostPages = 100;

    public async Task<VillagePage?> FindAsync(Guid village, Guid id, CancellationToken stop) =>
        await documents.OpenSession().LoadAsync<VillagePage>(id, stop) is { } page && page.Village == village ? page : null;

    public Task<IReadOnlyList<VillagePage>> SearchAsync(Guid village, string words, CancellationToken stop) =>
        documents.OpenSession().Query<VillagePage>().Where(page => page.Village == village && page.IsPublished).Search(words).Take(MostFound).ToListAsync(stop);

    /// <summary>Saves a page of the version that was seen.</summary>
    public Task<PageSaving> SaveAsync(VillagePage page, CancellationToken stop) => TryAsync(page.Village, (record, session) =>
    {
        session.Store(page);
        var others = record.Look.Pages;
        var isNew = others.All(other => other.Id != page.Id);
        return record with { Look = record.Look with { Pages = isNew ? [.. others, page.Listing] : [.. others.Select(other => other.Id == page.Id ? page.Listing : other)] } };
    }, stop);

    public Task<PageSaving> DeleteAsync(VillagePage page, CancellationToken stop) => TryAsync(page.Village, (record, session) =>
    {
        session.Delete(page);
        return record with { Look = record.Look with { Pages = [.. record.Look.Pages.Where(other => other.Id != page.Id)] } };
    }, stop);

    async Task<PageSaving> TryAsync(Guid village, Func<ProfileRecord, IDocumentSession, ProfileRecord> change, CancellationToken stop)
    {
        try
        {
            await registry.ChangeProfileAsync(village, change, stop);
            return PageSaving.Done;
        }
        catch (ConcurrencyException)
        {
            return PageSaving.Stale;
        }
        catch (DuplicateException)
        {
            return PageSaving.SlugTaken;
        }
    }
}

/// <summary>What became of saving a page.</summary>
enum PageSaving
{
    Done,
    Stale,
    SlugTaken,
}
