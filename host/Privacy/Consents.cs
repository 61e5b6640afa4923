using SmartKampung.Host.Accounts;

namespace SmartKampung.Host.Privacy;

/// <summary>Who agreed to what.</summary>
sealed class Consents(PrivacyDocuments documents, TimeProvider clock)
{
    public Task<IReadOnlyList<Consent>> OfAsync(Guid account, CancellationToken stop) =>
        documents.OpenSession().Query<Consent>().Where(consent => consent.AccountId == account).OrderBy(consent => consent.GivenAt).ToListAsync(stop);

    /// <summary>Puts a consent into the unit of work that makes the account.</summary>
    public void Give(IDocumentSession unit, Guid account, string version) => documents.Join(unit).Store(Consent.To(Consent.Mailings, account, version, clock.GetUtcNow()));

    /// <summary>Gives it; one that is there already stays.</summary>
    public async Task GiveAsync(Guid account, string version, CancellationToken stop)
    {
        var session = documents.OpenSession();
        Give(session, account, version);
        await AccountDocuments.TrySaveAsync(session, stop);
    }

    /// <summary>Takes it back; twice is as good as once.</summary>
    public async Task WithdrawAsync(Guid account, CancellationToken stop)
    {
        var session = documents.OpenSession();
        foreach (var given in await session.Query<Consent>().Where(consent => consent.AccountId == account).ToListAsync(stop))
            if (given.WithdrawnAt is null) session.Store(given with { WithdrawnAt = clock.GetUtcNow(), Key = null });
        await AccountDocuments.TrySaveAsync(session, stop);
    }
}
