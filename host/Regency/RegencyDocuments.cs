using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Regency;

/// <summary>Opens units of work over what the regency's console keeps; the installation holds it.</summary>
sealed class RegencyDocuments(IDocumentStore store)
{
    readonly DocumentSet documents = store.Register("regency",
    [
        new DocumentRegistration<SupportVisit>(new DocumentMapping<SupportVisit>().Index(visit => visit.Village).Personal(visit => visit.Name)),
        new DocumentRegistration<InstallationValues>(new DocumentMapping<InstallationValues>()),
        new DocumentRegistration<VillageFigures>(new DocumentMapping<VillageFigures>()),
        new DocumentRegistration<RollOut>(new DocumentMapping<RollOut>().Index(rollOut => rollOut.StartedAt).Personal(rollOut => rollOut.StartedBy)),
        new DocumentRegistration<RollOutBatch>(new DocumentMapping<RollOutBatch>().Unique(batch => batch.RollOut, batch => batch.Number).Index(batch => batch.RollOut)),
    ]);

    public IDocumentSession OpenSession() => store.OpenSession(Partition.Installation, documents);
}
