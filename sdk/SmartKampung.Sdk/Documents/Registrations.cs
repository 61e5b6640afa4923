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

    public abstract Type ModelType { get; }

    public abstract Document? Project(Document source, Village village);
}

sealed class ReadModelRegistration<TSource, TModel>(Func<TSource, Village, TModel?> project, DocumentMapping<TModel> mapping)
    : ReadModelRegistration
    where TSource : Document
    where TModel : Document
{
    public override Type Source => typeof(TSource);

    public override DocumentRegistration Model { get; } = new DocumentRegistration<TModel>(mapping);

    public override Type ModelType => typeof(TModel);

    public override Document? Project(Document source, Village village) => project((TSource)source, village);
}
