using System.Linq.Expressions;

namespace SmartKampung.Sdk;

/// <summary>Tells the host which documents are about which account, so that people see, take away and have erased what is kept of them.</summary>
public static class PersonalDataRegistrations
{
    /// <summary>
    /// A person who asks finds these documents in the download of their data; when the village grants an erasure, each is saved as
    /// <paramref name="erase"/> returns it. What it blanks is to be marked by <see cref="DocumentMapping{T}.Personal"/> too, since
    /// only what is marked is masked in the audit log. Index the property.
    /// </summary>
    /// <typeparam name="T">A document type of this module.</typeparam>
    /// <param name="services">The module's services.</param>
    /// <param name="account">The property that holds the account's id (the claim <see cref="System.Security.Claims.ClaimTypes.NameIdentifier"/>); null where a document is about nobody.</param>
    /// <param name="erase">
    /// The document without the person: what tells something of them blank, the account null. Null deletes it; the same document is left as
    /// it is, where a law demands that it is kept. May be called again for a document that it returned before.
    /// </param>
    public static IServiceCollection AddPersonalData<T>(this IServiceCollection services, Expression<Func<T, Guid?>> account, Func<T, T?> erase)
        where T : Document =>
        services.AddSingleton<PersonalDataRegistration>(new PersonalDataRegistration<T>(account, erase));
}

abstract class PersonalDataRegistration
{
    public abstract Type Type { get; }

    public abstract Task<IReadOnlyList<Document>> FindAsync(IDocumentSession session, Guid account, CancellationToken stop);

    /// <summary>Puts into the session what is to be saved, and tells how many documents that are.</summary>
    public abstract Task<int> EraseAsync(IDocumentSession session, Guid account, CancellationToken stop);
}

sealed class PersonalDataRegistration<T>(Expression<Func<T, Guid?>> property, Func<T, T?> erase) : PersonalDataRegistration where T : Document
{
    public override Type Type => typeof(T);

    public override async Task<IReadOnlyList<Document>> FindAsync(IDocumentSession session, Guid account, CancellationToken stop) => await OfAsync(session, account, stop);

    public override async Task<int> EraseAsync(IDocumentSession session, Guid account, CancellationToken stop)
    {
        var erased = 0;
        foreach (var document in await OfAsync(session, account, stop))
        {
            var left = erase(document);
            if (left == document) continue;
            if (left is null) session.Delete(document);
            else session.Store(left);
            erased++;
        }

        return erased;
    }

    Task<IReadOnlyList<T>> OfAsync(IDocumentSession session, Guid account, CancellationToken stop) =>
        session.Query<T>().Where(Expression.Lambda<Func<T, bool>>(Expression.Equal(property.Body, Expression.Constant(account, typeof(Guid?))), property.Parameters)).ToListAsync(stop);
}
