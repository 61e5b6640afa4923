using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Accounts;

/// <summary>Opens units of work over accounts, roles, devices and slips; the installation keeps them.</summary>
sealed class AccountDocuments(IDocumentStore store)
{
    public const string Owner = "accounts";

    readonly DocumentSet documents = store.Register(Owner,
    [
        new DocumentRegistration<Account>(new DocumentMapping<Account>().Unique(account => account.LoginKey)),
        new DocumentRegistration<RoleAssignment>(new DocumentMapping<RoleAssignment>()
            .Unique(role => role.AccountId, role => role.Scope, role => role.Role).Index(role => role.AccountId).Index(role => role.Scope)),
        new DocumentRegistration<Device>(new DocumentMapping<Device>().Index(device => device.AccountId)),
        new DocumentRegistration<Slip>(new DocumentMapping<Slip>().Unique(slip => slip.Selector).Index(slip => slip.Scope)),
    ]);

    public IDocumentSession OpenSession() => store.OpenSession(Partition.Installation, documents);
}
