using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Villages;

/// <summary>Opens units of work over the villages and their profiles.</summary>
sealed class VillageDocuments(IDocumentStore store)
{
    readonly DocumentSet documents = store.Register("host", [Registration, new DocumentRegistration<ProfileRecord>(new())]);

    public static DocumentRegistration Registration { get; } =
        new DocumentRegistration<VillageRecord>(new DocumentMapping<VillageRecord>().Unique(village => village.Code).Unique(village => village.Slug));

    public IDocumentSession OpenSession() => store.OpenSession(Partition.Installation, documents);
}
