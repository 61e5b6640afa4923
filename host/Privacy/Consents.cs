using SmartKampung.Host.Accounts;
using SmartKampung.Host.Settings;

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

    /// <summary>Gives one that a module asks for; one that is there already stays.</summary>
    public async Task GiveAsync(string module, ConsentPurpose purpose, Scope place, Guid account, string notice, CancellationToken stop)
    {
        var session = documents.OpenSession();
        session.Store(Consent.To(purpose.Key, account, notice, clock.GetUtcNow()) with
        {
            Module = module,
            Place = place.ToString(),
            Wording = purpose.Version,
            Key = Consent.KeyOf(module, purpose, place, account),
        });
        await AccountDocuments.TrySaveAsync(session, stop);
    }

    /// <summary>Whether there is one of this key that was not taken back.</summary>
    public Task<bool> HasAsync(string key, CancellationToken stop) => documents.OpenSession().Query<Consent>().Where(consent => consent.Key == key).AnyAsync(stop);

    /// <summary>Takes the one to mailings back; twice is as good as once.</summary>
    public Task WithdrawAsync(Guid account, CancellationToken stop) =>
        WithdrawAsync(Consent.To(Consent.Mailings, account, version: "", clock.GetUtcNow()), stop);

    /// <summary>Takes one back, in whichever wording it was given. False where the account has none of this id.</summary>
    public async Task<bool> WithdrawAsync(Guid account, Guid id, CancellationToken stop)
    {
        if (await documents.OpenSession().LoadAsync<Consent>(id, stop) is not { } consent || consent.AccountId != account) return false;
        await WithdrawAsync(consent, stop);
        return true;
    }

    async Task WithdrawAsync(Consent like, CancellationToken stop)
    {
        var session = documents.OpenSession();
        foreach (var given in await session.Query<Consent>().Where(consent => consent.AccountId == like.AccountId).ToListAsync(stop))
            if (given.WithdrawnAt is null && given.IsLike(like)) session.Store(given with { WithdrawnAt = clock.GetUtcNow(), Key = null });
        await AccountDocuments.TrySaveAsync(session, stop);
    }
}
