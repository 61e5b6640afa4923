using SmartKampung.Host.Accounts;
using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Privacy;

/// <summary>What people asked for, and what staff answered.</summary>
sealed class PersonalRequests(PrivacyDocuments documents, TimeProvider clock)
{
    const int MostShown = 200;

    public Task<IReadOnlyList<PersonalRequest>> OfAsync(Guid account, CancellationToken stop) =>
        documents.OpenSession().Query<PersonalRequest>().Where(request => request.AccountId == account).OrderByDescending(request => request.MadeAt).ToListAsync(stop);

    /// <summary>Those of a village, or of the regency, the last ones.</summary>
    public Task<IReadOnlyList<PersonalRequest>> InAsync(Scope scope, CancellationToken stop)
    {
        var place = scope.ToString();
        return documents.OpenSession().Query<PersonalRequest>().Where(request => request.Scope == place).OrderByDescending(request => request.MadeAt).Take(MostShown).ToListAsync(stop);
    }

    public async Task<PersonalRequest?> FindAsync(Guid id, Scope scope, CancellationToken stop) =>
        await documents.OpenSession().LoadAsync<PersonalRequest>(id, stop) is { } request && request.Scope == scope.ToString() ? request : null;

    /// <summary>False where the same was asked before and waits for its answer.</summary>
    public async Task<bool> AskAsync(Account account, Scope scope, RequestKind kind, string reason, CancellationToken stop)
    {
        var session = documents.OpenSession();
        session.Store(new PersonalRequest
        {
            AccountId = account.Id,
            Name = account.Name,
            Scope = scope.ToString(),
            Kind = kind,
            Reason = reason,
            MadeAt = clock.GetUtcNow(),
            OpenKey = PersonalRequest.KeyOf(account.Id, scope.ToString(), kind),
        });
        return await AccountDocuments.TrySaveAsync(session, stop);
    }

    /// <summary>The request as it is saved; null where somebody else was faster.</summary>
    public async Task<PersonalRequest?> SaveAsync(PersonalRequest request, CancellationToken stop)
    {
        var session = documents.OpenSession();
        session.Store(request);
        return await AccountDocuments.TrySaveAsync(session, stop) ? request with { Version = request.Version + 1 } : null;
    }

    /// <summary>Blanks in the unit of work what requests tell of somebody who goes, and takes their consents away; that they asked, and what was done, stays.</summary>
    public async Task ForgetAsync(IDocumentSession unit, Guid account, CancellationToken stop)
    {
        var session = documents.Join(unit);
        foreach (var consent in await session.Query<Consent>().Where(consent => consent.AccountId == account).ToListAsync(stop)) session.Delete(consent);
        foreach (var request in await session.Query<PersonalRequest>().Where(request => request.AccountId == account).ToListAsync(stop))
            session.Store(request with { Name = "", Reason = "", Answer = "" });
    }
}
