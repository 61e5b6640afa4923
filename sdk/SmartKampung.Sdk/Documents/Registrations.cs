namespace SmartKampung.Sdk;

abstract class DocumentRegistration
{
    public abstract Type Type { get; }

    public abstract TResult Accept<TResult>(IDocumentRegistrationVisitor<TResult> visitor);
}

sealed class DocumentRegistration<T>(DocumentMapping<T> mapping) : DocumentRegistration where T : Document
{
    public override Type Type => typeof(T);

    public override TResult Accept<TResult>(IDocumentRegistrationVisitor<TResult> visitor) => visitor.Visit(mapping);
}

interface IDocumentRegistrationVisitor<out TResult>
{
    TResult Visit<T>(DocumentMapping<T> mapping) where T : Document;
}

/// <summary>Documents that a module keeps once, at the portal.</summary>
sealed record PortalDocumentRegistration(DocumentRegistration Documents);

abstract class ReadModelRegistration
{
    public abstract Type Source { get; }

    public abstract DocumentRegistration Model { get; }

    public abstract Task<IReadOnlyList<Guid>> SourcesAsync(IDocumentSession source, CancellationToken stop);

    /// <summary>Makes the portal's model of one document anew from how the document is now; without a village, and without the document, there is none.</summary>
    public abstract Task ProjectAsync(Guid id, IDocumentSession source, Village? village, IDocumentSession portal, CancellationToken stop);
}

sealed class ReadModelRegistration<TSource, TModel>(Func<TSource, Village, TModel?> project, DocumentMapping<TModel> mapping)
    : ReadModelRegistration
    where TSource : Document
    where TModel : Document
{
    public override Type Source => typeof(TSource);

    public override DocumentRegistration Model { get; } = new DocumentRegistration<TModel>(mapping);

    public override async Task<IReadOnlyList<Guid>> SourcesAsync(IDocumentSession source, CancellationToken stop) =>
        [.. (await source.Query<TSource>().ToListAsync(stop)).Select(document => document.Id)];

    public override async Task ProjectAsync(Guid id, IDocumentSession source, Village? village, IDocumentSession portal, CancellationToken stop)
    {
        var present = await portal.LoadAsync<TModel>(id, stop);
        var next = village is not null && await source.LoadAsync<TSource>(id, stop) is { } document ? project(document, village) : null;
        if (next is not null) portal.Store((TModel)((Document)next with { Id = id, Version = present?.Version ?? 0 }));
        else if (present is not null) portal.Delete(present);
    }
}
