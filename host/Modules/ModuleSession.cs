using SmartKampung.Host.Background;
using SmartKampung.Host.Media;

namespace SmartKampung.Host.Modules;

/// <summary>A module's documents in the unit of work of a request, job or event.</summary>
/// <param name="module">What the module registered.</param>
/// <param name="id">The module's id.</param>
/// <param name="inner">The engine's session.</param>
/// <param name="unit">What is saved together.</param>
/// <param name="media">Notes which files of the library its documents show.</param>
/// <param name="isCalled">Whether another module called this one, which then saves.</param>
sealed class ModuleSession(ModuleRegistrations module, string id, IDocumentSession inner, VillageUnit unit, NoteMediaUse media, bool isCalled) : IDocumentSession
{
    public IDocumentQuery<T> Query<T>() where T : Document => inner.Query<T>();

    public Task<T?> LoadAsync<T>(Guid id, CancellationToken stop = default) where T : Document => inner.LoadAsync<T>(id, stop);

    public void Store<T>(T document) where T : Document
    {
        inner.Store(document);
        Note(document, isDeleted: false);
    }

    public void Delete<T>(T document) where T : Document
    {
        inner.Delete(document);
        Note(document, isDeleted: true);
    }

    public void Require<T>(T document) where T : Document
    {
        inner.Require(document);
        unit.NoteChange();
    }

    public Task SaveChangesAsync(CancellationToken stop = default) => isCalled
        ? throw new InvalidOperationException("A shared service runs in its caller's unit of work: only the caller saves.")
        : unit.SaveAsync(stop);

    void Note(Document document, bool isDeleted)
    {
        unit.NoteChange();
        if (module.ReadModels.Any(model => model.Source == document.GetType())) unit.Follow(id, document.GetType(), document.Id);
        if (module.MediaUses.GetValueOrDefault(document.GetType()) is { } uses) unit.BeforeSave(document, stop => media.RunAsync(unit.Root, id, uses, document, isDeleted, stop));
    }
}
