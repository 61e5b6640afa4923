namespace SmartKampung.Sdk;

/// <summary>
/// A unit of work over the documents of one village: changes are collected and saved together or not at all.
/// Not thread-safe. Each query sees what is committed when it runs; several queries are not one snapshot, so what must hold
/// across documents belongs into one document, a unique key, or a <see cref="Require"/>.
/// </summary>
public interface IDocumentSession
{
    /// <summary>Begins a query over the committed documents of a type; changes of this session that are not saved yet are not seen.</summary>
    /// <typeparam name="T">A type that the module registered with <see cref="DocumentRegistrations.AddDocuments{T}"/>.</typeparam>
    /// <exception cref="InvalidOperationException">The module did not register the type.</exception>
    IDocumentQuery<T> Query<T>() where T : Document;

    /// <summary>Loads one committed document.</summary>
    /// <returns>The document, or null where there is none with this id.</returns>
    Task<T?> LoadAsync<T>(Guid id, CancellationToken stop = default) where T : Document;

    /// <summary>
    /// Inserts the document when its <see cref="Document.Version"/> is 0, otherwise replaces the stored one of that version.
    /// Storing the same document again before saving replaces the earlier call.
    /// </summary>
    void Store<T>(T document) where T : Document;

    /// <summary>Deletes the stored document of this version.</summary>
    void Delete<T>(T document) where T : Document;

    /// <summary>Demands that the document still is as it was read when this unit of work is saved, though it is not written.</summary>
    void Require<T>(T document) where T : Document;

    /// <summary>
    /// Saves all changes or none, and returns once they are on disk. The session is empty afterwards and can be used again;
    /// saved documents are loaded again to be changed again, since their version moved on. Nothing was saved if this throws.
    /// </summary>
    /// <exception cref="ConcurrencyException">Someone else saved or deleted one of the documents first.</exception>
    /// <exception cref="DuplicateException">Another document holds one of the unique keys.</exception>
    /// <exception cref="StorageUnavailableException">The village's data can't be read or written at the moment.</exception>
    Task SaveChangesAsync(CancellationToken stop = default);
}
