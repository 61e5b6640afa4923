using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Privacy;

/// <summary>Opens units of work over notices, consents and requests; the installation keeps them.</summary>
sealed class PrivacyDocuments(IDocumentStore store)
{
    public const string Owner = "privacy";

    readonly DocumentSet documents = store.Register(Owner,
    [
        new DocumentRegistration<Notice>(new DocumentMapping<Notice>()),
        new DocumentRegistration<Consent>(new DocumentMapping<Consent>().Unique(consent => consent.Key).Index(consent => consent.AccountId)),
        new DocumentRegistration<PersonalRequest>(new DocumentMapping<PersonalRequest>()
            .Unique(request => request.OpenKey).Index(request => request.AccountId).Index(request => request.Scope).Index(request => request.MadeAt)
            .Personal(request => request.Name, request => request.Reason, request => request.Answer)),
    ]);

    public IDocumentSession OpenSession() => store.OpenSession(Partition.Installation, documents);

    /// <summary>A session of these documents inside a unit of work of the installation.</summary>
    public IDocumentSession Join(IDocumentSession unit) => store.Join(unit, documents);
}
