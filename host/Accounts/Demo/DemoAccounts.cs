using SmartKampung.Host.Villages;
using SmartKampung.Host.Villages.Demo;

namespace SmartKampung.Host.Accounts.Demo;

/// <summary>Makes the demo accounts before anybody is served. Started without --demo on the same data, the host takes them away.</summary>
sealed class DemoAccounts(DemoMode mode, IConfiguration configuration, AccountDocuments documents, VillageRegistry villages, IServiceScopeFactory scopes, TimeProvider clock) : IHostedService
{
    /// <exception cref="DemoModeException">Others could reach the demo accounts.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (DemoMode.RefusalOf(configuration) is { } refusal) throw new DemoModeException(refusal);
        await documents.SaveAsync(session => mode.IsOn ? MakeAsync(session, cancellationToken) : RemoveAsync(session, cancellationToken), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Accounts that are there already stay as they were left.</summary>
    async Task<bool> MakeAsync(IDocumentSession session, CancellationToken stop)
    {
        if (villages.FindByCode(DemoVillage.Code) is not { } village) return false;
        await using var scope = scopes.CreateAsyncScope();
        var passwords = scope.ServiceProvider.GetRequiredService<Passwords>();
        foreach (var person in DemoPeople.All)
        {
            if (await session.LoadAsync<Account>(person.Id, stop) is not null) continue;
            var account = new Account { Id = person.Id, Login = person.Login, LoginKey = person.Login, Name = person.Name, Stamp = Account.NewStamp(), CreatedAt = clock.GetUtcNow() };
            session.Store(account with { Password = passwords.Hash(account, DemoPeople.Password) });
            session.Store(RoleOf(person, village));
        }

        return true;
    }

    RoleAssignment RoleOf(DemoPerson person, VillageEntry village) => new()
    {
        AccountId = person.Id,
        Role = person.Role,
        Scope = DemoPeople.ScopeOf(person, village).ToString(),
        Territory = person.Territory,
        Reference = person.Reference,
        GivenAt = clock.GetUtcNow(),
    };

    static async Task<bool> RemoveAsync(IDocumentSession session, CancellationToken stop)
    {
        foreach (var person in DemoPeople.All)
            if (await session.LoadAsync<Account>(person.Id, stop) is not null) await AccountRemoval.RemoveAsync(session, person.Id, stop);
        return true;
    }
}
