using SmartKampung.Host.Accounts.Passkeys;

namespace SmartKampung.Host.Accounts;

/// <summary>Takes an account away with all that is kept of the person; what they did elsewhere keeps the account's id alone.</summary>
static class AccountRemoval
{
    public static async Task RemoveAsync(IDocumentSession session, Guid id, CancellationToken stop)
    {
        foreach (var role in await session.Query<RoleAssignment>().Where(role => role.AccountId == id).ToListAsync(stop)) session.Delete(role);
        foreach (var passkey in await session.Query<Passkey>().Where(passkey => passkey.AccountId == id).ToListAsync(stop)) session.Delete(passkey);
        foreach (var token in await session.Query<ApiToken>().Where(token => token.AccountId == id).ToListAsync(stop)) session.Delete(token);
        if (await session.LoadAsync<LastSignIn>(id, stop) is { } last) session.Delete(last);
        await Sessions.EndAsync(session, id, _ => true, stop);
        if (await session.LoadAsync<Account>(id, stop) is { } account) session.Delete(account);
    }
}
