using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;

namespace SmartKampung.Host.Accounts.Passkeys;

/// <summary>The passkeys of accounts.</summary>
sealed class PasskeyList(AccountDocuments documents, TimeProvider clock)
{
    public const int Most = 10;

    public async Task<IReadOnlyList<Passkey>> OfAsync(Guid account, CancellationToken stop) =>
        [.. (await OfAsync(documents.OpenSession(), account, stop)).OrderBy(passkey => passkey.AddedAt)];

    public async Task<Passkey?> FindAsync(byte[] credential, CancellationToken stop)
    {
        var id = Base64Url.EncodeToString(credential);
        return await documents.OpenSession().Query<Passkey>().Where(passkey => passkey.CredentialId == id).FirstOrDefaultAsync(stop);
    }

    /// <summary>False where there are too many, or somebody has it already.</summary>
    public async Task<bool> TryAddAsync(Guid id, UserPasskeyInfo info, string name, CancellationToken stop)
    {
        try
        {
            return await documents.SaveAsync(session => AddAsync(session, id, Passkey.Of(id, info, name, clock.GetUtcNow()), stop), stop);
        }
        catch (DuplicateException)
        {
            return false;
        }
    }

    public Task<Passkey?> RenameAsync(Guid account, Guid id, string name, CancellationToken stop) =>
        documents.ChangeAsync<Passkey>(id, passkey => passkey.AccountId == account ? passkey with { Name = name } : null, stop);

    /// <summary>Remembers how far the passkey counted. Null where another use of it counted further meanwhile: then one of both is a copy.</summary>
    public Task<Passkey?> UseAsync(Passkey used, UserPasskeyInfo info, CancellationToken stop) => documents.ChangeAsync<Passkey>(
        used.Id,
        passkey => passkey.SignCount == 0 || passkey.SignCount < info.SignCount
            ? passkey with { SignCount = info.SignCount, IsBackedUp = info.IsBackedUp, UsedAt = clock.GetUtcNow() }
            : null,
        stop);

    /// <summary>False where staff would be left without a second step.</summary>
    public Task<bool> TryRemoveAsync(SignedIn person, Guid id, CancellationToken stop) => documents.SaveAsync(
        async session =>
        {
            var all = await OfAsync(session, person.Account.Id, stop);
            if (all.FirstOrDefault(passkey => passkey.Id == id) is not { } removed || await session.LoadAsync<Account>(person.Account.Id, stop) is not { } account) return true;
            if (all.Count == 1 && person.IsStaff && !account.HasAuthenticator) return false;
            session.Delete(removed);
            session.Store(account with { HasPasskeys = all.Count > 1, Stamp = Account.NewStamp() });
            return true;
        },
        stop);

    static async Task<bool> AddAsync(IDocumentSession session, Guid id, Passkey passkey, CancellationToken stop)
    {
        if (await session.LoadAsync<Account>(id, stop) is not { } account || (await OfAsync(session, id, stop)).Count >= Most) return false;
        session.Store(passkey);
        session.Store(account with { HasPasskeys = true, Stamp = Account.NewStamp() });
        return true;
    }

    static Task<IReadOnlyList<Passkey>> OfAsync(IDocumentSession session, Guid account, CancellationToken stop) =>
        session.Query<Passkey>().Where(passkey => passkey.AccountId == account).ToListAsync(stop);
}
