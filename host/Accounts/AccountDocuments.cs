using SmartKampung.Host.Accounts.Passkeys;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Accounts;

/// <summary>Opens units of work over accounts, roles, devices and slips; the installation keeps them.</summary>
sealed class AccountDocuments(IDocumentStore store)
{
    public const string Owner = "accounts";

    readonly DocumentSet documents = store.Register(Owner,
    [
        new DocumentRegistration<Account>(new DocumentMapping<Account>().Unique(account => account.LoginKey)
            .Personal(account => account.Login, account => account.LoginKey, account => account.Name)),
        new DocumentRegistration<RoleAssignment>(new DocumentMapping<RoleAssignment>()
            .Unique(role => role.AccountId, role => role.Scope, role => role.Role).Unique(role => role.Scope, role => role.Reference)
            .Index(role => role.AccountId).Index(role => role.Scope)),
        new DocumentRegistration<Device>(new DocumentMapping<Device>().Index(device => device.AccountId).Personal(device => device.Browser, device => device.Address)),
        new DocumentRegistration<RoleSet>(new DocumentMapping<RoleSet>().Unique(set => set.Scope, set => set.Role)),
        new DocumentRegistration<ApiToken>(new DocumentMapping<ApiToken>().Unique(token => token.Selector).Index(token => token.Selector).Index(token => token.AccountId)),
        new DocumentRegistration<LastSignIn>(new DocumentMapping<LastSignIn>()),
        new DocumentRegistration<Passkey>(new DocumentMapping<Passkey>().Unique(passkey => passkey.CredentialId).Index(passkey => passkey.AccountId)),
        new DocumentRegistration<Slip>(new DocumentMapping<Slip>().Unique(slip => slip.Selector).Index(slip => slip.Scope).Index(slip => slip.Reference).Personal(slip => slip.Name)),
    ]);

    public IDocumentSession OpenSession() => store.OpenSession(Partition.Installation, documents);

    /// <summary>A session of these documents inside a unit of work of the installation.</summary>
    public IDocumentSession Join(IDocumentSession unit) => store.Join(unit, documents);

    /// <summary>Changes a document; who was overtaken reads it again. Null where there is none, or the change is refused by a null.</summary>
    public async Task<T?> ChangeAsync<T>(Guid id, Func<T, T?> change, CancellationToken stop) where T : Document
    {
        while (true)
        {
            var session = OpenSession();
            if (await session.LoadAsync<T>(id, stop) is not { } present || change(present) is not { } changed) return null;
            session.Store(changed);
            if (await TrySaveAsync(session, stop)) return changed with { Version = changed.Version + 1 };
        }
    }

    /// <summary>Runs a unit of work and saves it; who was overtaken runs it again.</summary>
    /// <exception cref="DuplicateException">Another document holds one of the unique keys.</exception>
    public async Task<T> SaveAsync<T>(Func<IDocumentSession, Task<T>> work, CancellationToken stop)
    {
        while (true)
        {
            var session = OpenSession();
            var result = await work(session);
            try
            {
                await session.SaveChangesAsync(stop);
                return result;
            }
            catch (ConcurrencyException)
            {
                continue;
            }
        }
    }

    /// <summary>False where somebody else was faster; nothing is saved then.</summary>
    public static async Task<bool> TrySaveAsync(IDocumentSession session, CancellationToken stop)
    {
        try
        {
            await session.SaveChangesAsync(stop);
            return true;
        }
        catch (Exception overtaken) when (overtaken is ConcurrencyException or DuplicateException)
        {
            return false;
        }
    }
}
