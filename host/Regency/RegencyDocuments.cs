using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Regency;

/// <summary>Opens units of work over what the regency's console keeps; the installation holds it.</summary>
sealed class RegencyDocuments(IDocumentStore store)
{
    readonly DocumentSet documents = store.Register("regency",
    [
        new DocumentRegistration<SupportVisit>(new DocumentMapping<SupportVisit>().Index(visit => visit.Village)),
    ]);

    public IDocumentSession OpenSession() => store.OpenSession(Partition.Installation, documents);
}
