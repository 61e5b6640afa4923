using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Accounts;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Host.Accounts;

/// <summary>Gives and ends roles of accounts that are there.</summary>
static class Grants
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task GiveAsync(TestHost host, Guid account, string role, string village)
    {
        var session = host.Services.GetRequiredService<AccountDocuments>().OpenSession();
        session.Store(new RoleAssignment { AccountId = account, Role = role, Scope = StaffBrowser.ScopeOf(host, village).ToString(), GivenAt = host.Clock.GetUtcNow() });
        await session.SaveChangesAsync(Stop);
    }

    public static async Task EndAsync(TestHost host, Guid account)
    {
        var session = host.Services.GetRequiredService<AccountDocuments>().OpenSession();
        foreach (var role in await session.Query<RoleAssignment>().Where(role => role.AccountId == account).ToListAsync(Stop)) session.Delete(role);
        await session.SaveChangesAsync(Stop);
    }
}
