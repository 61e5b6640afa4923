using SmartKampung.Host.Accounts;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Privacy;

/// <summary>Who agreed to what.</summary>
sealed class Consents(PrivacyDocuments documents, Outbox outbox, TimeProvider clock)
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

    /// <summary>The module's documents follow by an event that is saved in the same commit. Who was overtaken tries again.</summary>
    async Task WithdrawAsync(Consent like, CancellationToken stop)
    {
        while (!await TryWithdrawAsync(like, stop))
        {
        }
    }

    async Task<bool> TryWithdrawAsync(Consent like, CancellationToken stop)
    {
        var session = documents.OpenSession();
        var given = (await session.Query<Consent>().Where(consent => consent.AccountId == like.AccountId).ToListAsync(stop)).Where(consent => consent.WithdrawnAt is null && consent.IsLike(like)).ToArray();
        foreach (var consent in given) session.Store(consent with { WithdrawnAt = clock.GetUtcNow(), Key = null });
        OutgoingEvent[] events = given.Length > 0 && like.Module.Length > 0 ? [ConsentTakenBack.Of(like).AsEvent()] : [];
        try
        {
            await outbox.SaveAsync(Partition.Installation, session, events, stop);
            return true;
        }
        catch (ConcurrencyException)
        {
            return false;
        }
    }
}
