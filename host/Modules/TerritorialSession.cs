using System.Linq.Expressions;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Modules;

/// <summary>
/// What a person limited to parts of the village sees of its documents: of types whose mapping names a territory, those that lie in these
/// parts, in every list, count, search and load alike.
/// </summary>
/// <param name="session">The session of everything.</param>
/// <param name="documents">The module's types.</param>
/// <param name="territories">The parts that the person is limited to.</param>
sealed class TerritorialSession(IDocumentSession session, DocumentSet documents, IReadOnlyList<Territory> territories) : IDocumentSession
{
    public IDocumentQuery<T> Query<T>() where T : Document =>
        documents.TypeOf(typeof(T)).Territory is { } place ? session.Query<T>().Where(Within<T>(place.Path)) : session.Query<T>();

    public async Task<T?> LoadAsync<T>(Guid id, CancellationToken stop = default) where T : Document =>
        await session.LoadAsync<T>(id, stop) is { } document && IsWithin(document) ? document : null;

    public void Store<T>(T document) where T : Document
    {
        Demand(document);
        session.Store(document);
    }

    public void Delete<T>(T document) where T : Document
    {
        Demand(document);
        session.Delete(document);
    }

    public void Require<T>(T document) where T : Document => session.Require(document);

    public Task SaveChangesAsync(CancellationToken stop = default) => session.SaveChangesAsync(stop);

    void Demand(Document document)
    {
        if (!IsWithin(document)) throw new UnauthorizedAccessException($"This {document.GetType().Name} lies outside the part of the village that the person is limited to.");
    }

    bool IsWithin(Document document) =>
        documents.TypeOf(document.GetType()).Territory is not { } place || territories.Any(territory => territory.Contains(place.Read(document)));

    Expression<Func<T, bool>> Within<T>(LambdaExpression path)
    {
        var anyOf = territories.Select(territory => In(territory, path.Body)).Aggregate(Expression.OrElse);
        return Expression.Lambda<Func<T, bool>>(anyOf, path.Parameters);
    }

    static Expression In(Territory territory, Expression place)
    {
        (string Part, string? Value)[] parts =
            [(nameof(Territory.Hamlet), territory.Hamlet), (nameof(Territory.RwNumber), territory.RwNumber), (nameof(Territory.RtNumber), territory.RtNumber)];
        return parts.Where(part => part.Value is not null)
            .Select(part => (Expression)Expression.Equal(Expression.Property(place, part.Part), Expression.Constant(part.Value)))
            .Aggregate(Expression.AndAlso);
    }
}
