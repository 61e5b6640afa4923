using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Villages;

/// <summary>Opens units of work over the villages and their profiles.</summary>
sealed class VillageDocuments(IDocumentStore store)
{
    readonly DocumentSet documents = store.Register("host", All);

    /// <summary>What the registry saves.</summary>
    public static IReadOnlyList<DocumentRegistration> Registrations { get; } =
    [
        new DocumentRegistration<VillageRecord>(new DocumentMapping<VillageRecord>().Unique(village => village.Code).Unique(village => village.Slug)),
        new DocumentRegistration<VillagesChange>(new()),
    ];

    /// <summary>All that the installation keeps of villages here.</summary>
    public static IReadOnlyList<DocumentRegistration> All { get; } =
    [
        .. Registrations,
        new DocumentRegistration<ProfileRecord>(new()),
        new DocumentRegistration<VillageOutline>(new()),
        new DocumentRegistration<VillagePage>(new DocumentMapping<VillagePage>()
            .Unique(page => page.Village, page => page.Slug)
            .Text(page => page.Title.Indonesian, weight: 3).Text(page => page.Title.English, weight: 3)
            .Html(page => page.Body.Indonesian).Html(page => page.Body.English)),
    ];

    public IDocumentSession OpenSession() => store.OpenSession(Partition.Installation, documents);
}
