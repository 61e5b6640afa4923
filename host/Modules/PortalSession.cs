namespace SmartKampung.Host.Modules;

/// <summary>What a module keeps once, for use in a village: not its read models, which tell of other villages.</summary>
sealed class PortalSession(IDocumentSession session, IReadOnlyList<DocumentRegistration> own) : IPortalSession
{
    public IDocumentQuery<T> Query<T>() where T : Document => Over<T>().Query<T>();

    public Task<T?> LoadAsync<T>(Guid id, CancellationToken stop = default) where T : Document => Over<T>().LoadAsync<T>(id, stop);

    public void Store<T>(T document) where T : Document => Over<T>().Store(document);

    public void Delete<T>(T document) where T : Document => Over<T>().Delete(document);

    public void Require<T>(T document) where T : Document => Over<T>().Require(document);

    public Task SaveChangesAsync(CancellationToken stop = default) => session.SaveChangesAsync(stop);

    IDocumentSession Over<T>() => own.Any(documents => documents.Type == typeof(T))
        ? session
        : throw new InvalidOperationException($"{typeof(T).Name} is not among the documents that the module registered with AddPortalDocuments.");
}
