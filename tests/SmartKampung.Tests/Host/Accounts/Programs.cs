using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Host.Accounts;

/// <summary>Programs that send a token which somebody made for them.</summary>
static class Programs
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The token holds the permissions in the village as far as its maker does, by these roles.</summary>
    public static async Task<HttpClient> ConnectAsync(TestHost host, string village, IReadOnlyList<string> permissions, params IReadOnlyList<(string Role, Territory? Territory)> roles)
    {
        var found = host.Services.GetRequiredService<VillageRegistry>().FindByCode(village)!;
        using var staff = await StaffBrowser.SignInAsync(host, role: null);
        var session = host.Services.GetRequiredService<AccountDocuments>().OpenSession();
        foreach (var (role, territory) in roles)
            session.Store(new RoleAssignment { AccountId = staff.Account.Id, Role = role, Scope = Scope.Village(found.Id).ToString(), Territory = territory });
        await session.SaveChangesAsync(Stop);
        var token = await host.Services.GetRequiredService<ApiTokens>().MakeAsync(staff.Account.Id, found.Id, "Uji", [.. permissions], host.Clock.GetUtcNow().AddDays(1), Stop);
        var program = StaffBrowser.Nobody(host.Address);
        program.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return program;
    }
}
