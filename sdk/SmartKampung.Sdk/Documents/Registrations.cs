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

abstract class ReadModelRegistration
{
    public abstract Type Source { get; }

    public abstract DocumentRegistration Model { get; }

    public abstract Task<IReadOnlyList<Document>> SourcesAsync(IDocumentSession village, CancellationToken stop);

    public abstract Task ApplyAsync(Document source, bool isShown, Village village, IDocumentSession portal, CancellationToken stop);
}

sealed class ReadModelRegistration<TSource, TModel>(Func<TSource, Village, TModel?> project, DocumentMapping<TModel> mapping)
    : ReadModelRegistration
    where TSource : Document
    where TModel : Document
{
    public override Type Source => typeof(TSource);

    public override DocumentRegistration Model { get; } = new DocumentRegistration<TModel>(mapping);

    public override async Task<IReadOnlyList<Document>> SourcesAsync(IDocumentSession village, CancellationToken stop) =>
        await village.Query<TSource>().ToListAsync(stop);

    public override async Task ApplyAsync(Document source, bool isShown, Village village, IDocumentSession portal, CancellationToken stop)
    {
        var present = await portal.LoadAsync<TModel>(source.Id, stop);
        var next = isShown ? project((TSource)source, village) : null;
        if (next is not null) portal.Store((TModel)((Document)next with { Id = source.Id, Version = present?.Version ?? 0 }));
        else if (present is not null) portal.Delete(present);
    }
}
