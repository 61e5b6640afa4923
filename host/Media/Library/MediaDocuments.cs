using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Media;

/// <summary>Opens units of work over the libraries of villages.</summary>
sealed class MediaDocuments(IDocumentStore store)
{
    public const string Owner = "media";

    readonly DocumentSet documents = store.Register(Owner,
    [
        new DocumentRegistration<MediaItem>(new DocumentMapping<MediaItem>().Unique(item => item.Hash).Index(item => item.AddedAt).Index(item => item.Files)
            .Text(item => item.Name, weight: 2).Text(item => item.Alt)),
        new DocumentRegistration<MediaFolder>(new DocumentMapping<MediaFolder>().Unique(folder => folder.Name)),
        new DocumentRegistration<MediaUse>(new DocumentMapping<MediaUse>().Index(use => use.Media)),
    ]);

    /// <summary>The types, for archives.</summary>
    public DocumentSet Set => documents;

    public IDocumentSession OpenSession(Guid village) => OpenSession(Partition.OfVillage(village));

    public IDocumentSession OpenSession(Partition partition) => store.OpenSession(partition, documents);

    /// <summary>The library's documents in a module's unit of work.</summary>
    public IDocumentSession Join(IDocumentSession unit) => store.Join(unit, documents);

    /// <summary>Changes an item as it is now; who was overtaken reads it again. Null where it is gone, or the change is none.</summary>
    /// <exception cref="DuplicateException">The same file is there already.</exception>
    public async Task<MediaItem?> ChangeAsync(Guid village, Guid id, Func<MediaItem, MediaItem?> change, CancellationToken stop)
    {
        while (true)
        {
            var session = OpenSession(village);
            if (await session.LoadAsync<MediaItem>(id, stop) is not { IsRemoved: false } present || change(present) is not { } changed) return null;
            session.Store(changed);
            if (await TrySaveAsync(session, stop)) return changed;
        }
    }

    static async Task<bool> TrySaveAsync(IDocumentSession session, CancellationToken stop)
    {
        try
        {
            await session.SaveChangesAsync(stop);
            return true;
        }
        catch (ConcurrencyException)
        {
            return false;
        }
    }
}
