namespace SmartKampung.Host.Accounts;

/// <summary>
/// Counts what somebody who is signed in, be it by the password alone, tries to prove, and locks the account for a while after too many tries.
/// A browser that the owner signed in with before has tries of its own, so that a stranger's guesses lock out strangers alone.
/// </summary>
sealed class SignInAttempts(AccountDocuments documents, KnownBrowsers browsers, TimeProvider clock)
{
    public const int Allowed = 10;

    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(5);

    /// <summary>Counts a try before it is looked at, so that guesses at once are no more than guesses one by one. Null where no more is looked at.</summary>
    public async Task<Account?> BeginAsync(Guid id, HttpContext context, CancellationToken stop)
    {
        if (await documents.OpenSession().LoadAsync<Account>(id, stop) is { } account && browsers.Find(context, account) is { } browser)
            return browser.TryCount(clock.GetUtcNow()) ? account : null;
        return await documents.ChangeAsync<Account>(id, Count, stop);
    }

    /// <summary>The try was right: all that were counted are forgotten.</summary>
    public async Task<Account?> SucceedAsync(Guid id, HttpContext context, CancellationToken stop)
    {
        var present = await documents.OpenSession().LoadAsync<Account>(id, stop);
        if (present is not null && browsers.Find(context, present) is { } browser) browser.Forget();
        if (present is null or { WrongSignIns: 0, LockedUntil: null }) return present;
        return await documents.ChangeAsync<Account>(id, known => known with { WrongSignIns = 0, LockedUntil = null }, stop);
    }

    Account? Count(Account account)
    {
        var now = clock.GetUtcNow();
        if (account.LockedUntil > now) return null;
        var tries = account.WrongSignIns + 1;
        return tries < Allowed ? account with { WrongSignIns = tries } : account with { WrongSignIns = 0, LockedUntil = now + LockedFor };
    }
}
