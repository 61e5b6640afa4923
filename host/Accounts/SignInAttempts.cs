namespace SmartKampung.Host.Accounts;

/// <summary>Counts what is tried to prove oneself to be the owner of an account, and locks it for a while after too many tries.</summary>
sealed class SignInAttempts(AccountDocuments documents, TimeProvider clock)
{
    public const int Allowed = 10;

    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(5);

    /// <summary>Counts a try before it is looked at, so that guesses at once are no more than guesses one by one. Null where the account is locked.</summary>
    public Task<Account?> BeginAsync(Guid account, CancellationToken stop) => documents.ChangeAsync<Account>(account, Count, stop);

    /// <summary>The try was right: all that were counted are forgotten.</summary>
    public Task<Account?> SucceedAsync(Guid account, CancellationToken stop) =>
        documents.ChangeAsync<Account>(account, known => known with { WrongSignIns = 0, LockedUntil = null }, stop);

    Account? Count(Account account)
    {
        var now = clock.GetUtcNow();
        if (account.LockedUntil > now) return null;
        var tries = account.WrongSignIns + 1;
        return tries < Allowed ? account with { WrongSignIns = tries } : account with { WrongSignIns = 0, LockedUntil = now + LockedFor };
    }
}
