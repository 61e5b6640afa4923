namespace SmartKampung.Host.Accounts;

/// <summary>Gives an account a new password: what proved it before is worth nothing any more, all its sessions end, and its lock is gone. Its second step stays.</summary>
sealed class SetPassword(AccountDocuments documents, Passwords passwords)
{
    /// <summary>The account as it is then, or null where it is gone or no longer as it must be.</summary>
    public Task<Account?> RunAsync(Guid id, string password, Func<Account, bool> isAllowed, CancellationToken stop) => documents.SaveAsync(
        session => RunAsync(session, id, password, isAllowed, stop), stop);

    /// <summary>The same, as a part of a unit of work.</summary>
    public async Task<Account?> RunAsync(IDocumentSession session, Guid id, string password, Func<Account, bool> isAllowed, CancellationToken stop)
    {
        if (await session.LoadAsync<Account>(id, stop) is not { } account || !isAllowed(account)) return null;
        var changed = account with { Password = passwords.Hash(account, password), Stamp = Account.NewStamp(), WrongSignIns = 0, LockedUntil = null };
        session.Store(changed);
        await Sessions.EndAsync(session, id, _ => true, stop);
        return changed;
    }
}
