using System.Linq.Expressions;
using System.Reflection;
using SmartKampung.Host.Background;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Modules;

/// <summary>
/// What a person limited to parts of the village sees of its documents: of types whose mapping names a territory, those that lie in these
/// parts, in every list, count, search and load alike. What they change has to lie there too: as it is handed over, and as it is stored
/// under its id, since a module may make a document of what a request says.
/// </summary>
/// <param name="session">The session of everything.</param>
/// <param name="documents">The module's types.</param>
/// <param name="territories">The parts that the person is limited to.</param>
/// <param name="unit">What is saved together.</param>
sealed class TerritorialSession(IDocumentSession session, DocumentSet documents, IReadOnlyList<Territory> territories, VillageUnit unit) : IDocumentSession
{
    static readonly MethodInfo DemandOfType = typeof(TerritorialSession).GetMethod(nameof(DemandStoredOfTypeAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    readonly Dictionary<Type, Dictionary<Guid, int>> replaced = [];

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
        DemandWithin(document);
        if (document.Version == 0 || documents.TypeOf(document.GetType()).Territory is null) return;
        if (replaced.Count == 0) unit.Check(DemandStoredAsync);
        if (!replaced.TryGetValue(document.GetType(), out var versions)) replaced[document.GetType()] = versions = [];
        versions[document.Id] = document.Version;
    }

    async Task DemandStoredAsync(CancellationToken stop)
    {
        var types = replaced.ToArray();
        replaced.Clear();
        foreach (var (type, versions) in types) await (Task)DemandOfType.MakeGenericMethod(type).Invoke(this, [versions, stop])!;
    }

    /// <summary>One query for all of a type. Who saves in between is found out by the version.</summary>
    async Task DemandStoredOfTypeAsync<T>(Dictionary<Guid, int> versions, CancellationToken stop) where T : Document
    {
        Guid[] ids = [.. versions.Keys];
        foreach (var stored in await session.Query<T>().Where(document => ids.Contains(document.Id)).ToListAsync(stop))
        {
            DemandWithin(stored);
            if (stored.Version != versions[stored.Id]) throw new ConcurrencyException(typeof(T), stored.Id);
        }
    }

    void DemandWithin(Document document)
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
