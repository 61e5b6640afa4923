using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Audit;

/// <summary>Where entries lie: each in the partition whose documents were changed, saved with that change.</summary>
sealed class AuditDocuments(IDocumentStore store)
{
    public const string Owner = "audit";

    /// <summary>The number must be the first index: it is the order of the row.</summary>
    public DocumentSet Types { get; } = store.Register(Owner,
    [
        new DocumentRegistration<AuditEntry>(new DocumentMapping<AuditEntry>()
            .Index(entry => entry.Number).Index(entry => entry.At).Index(entry => entry.Village).Index(entry => entry.Account).Unique(entry => entry.Number)
            .Personal(entry => entry.Name, entry => entry.Address)),
        new DocumentRegistration<AuditAnchor>(new()),
    ]);

    public IDocumentSession OpenSession(Partition partition) => store.OpenSession(partition, Types);
}
