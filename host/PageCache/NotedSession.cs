using SmartKampung.Host.Storage;

namespace SmartKampung.Host.PageCache;

/// <summary>A session that notes for a page which types of documents it was made from.</summary>
sealed class NotedSession(IDocumentSession session, PageRender render, Partition partition, string owner) : IDocumentSession
{
    public IDocumentQuery<T> Query<T>() where T : Document
    {
        Note<T>();
        return session.Query<T>();
    }

    public Task<T?> LoadAsync<T>(Guid id, CancellationToken stop = default) where T : Document
    {
        Note<T>();
        return session.LoadAsync<T>(id, stop);
    }

    public void Store<T>(T document) where T : Document => session.Store(document);

    public void Delete<T>(T document) where T : Document => session.Delete(document);

    public void Require<T>(T document) where T : Document => session.Require(document);

    public Task SaveChangesAsync(CancellationToken stop = default) => session.SaveChangesAsync(stop);

    void Note<T>() => render.Read(new PageTag(partition, owner, typeof(T).Name));
}
