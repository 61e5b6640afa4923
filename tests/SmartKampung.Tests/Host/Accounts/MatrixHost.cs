using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Regency;
using SmartKampung.Host.Settings;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Host.Modules;

namespace SmartKampung.Tests.Host.Accounts;

/// <summary>A host whose demo village has three modules on.</summary>
public sealed class MatrixHost : IAsyncLifetime
{
    /// <summary>Another village, of the same district.</summary>
    internal const string Other = "35.10.24.2001";

    readonly PluginFolders plugins = new();
    TestHost? host;

    public TestHost Host => host ?? throw new InvalidOperationException("The host has not been started.");

    public async ValueTask InitializeAsync()
    {
        plugins.AddNews().AddResidents().AddLetters().AddGuestbook();
        host = await TestHost.StartAsync(plugins.FullName);
        foreach (var module in (string[])["residents", "letters", "guestbook"])
        {
            using var answer = await host.Administrator.PutAsync(new Uri($"/api/villages/{TestHost.DemoCode}/modules/{module}", UriKind.Relative), null, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null) await host.DisposeAsync();
        plugins.Dispose();
    }

    /// <summary>A browser of each.</summary>
    internal async Task<IReadOnlyList<(Person Person, HttpClient Browser)>> PeopleAsync()
    {
        var (here, district) = (StaffBrowser.ScopeOf(Host), Scope.District("35.10.24"));
        return
        [
            (Person.Nobody, StaffBrowser.Nobody(Host.Address)),
            (Person.Resident, await SignInAsync(Roles.Resident, here)),
            (Person.NeighborhoodHead, await SignInAsync(Roles.NeighborhoodHead, here)),
            (Person.HamletHead, await SignInAsync(Roles.HamletHead, here)),
            (Person.Operator, await SignInAsync(Roles.Operator, here)),
            (Person.Secretary, await SignInAsync(Roles.Secretary, here)),
            (Person.Head, await SignInAsync(Roles.Head, here)),
            (Person.Administrator, await SignInAsync(Roles.Administrator, here)),
            (Person.AdministratorElsewhere, await SignInAsync(Roles.Administrator, StaffBrowser.ScopeOf(Host, Other))),
            (Person.DistrictStaff, await SignInAsync(Roles.DistrictStaff, district)),
            (Person.DistrictHead, await SignInAsync(Roles.DistrictHead, district)),
            (Person.DistrictStaffElsewhere, await SignInAsync(Roles.DistrictStaff, Scope.District("35.10.01"))),
            (Person.RegencyAdministrator, await SignInAsync(Roles.RegencyAdministrator, Scope.Regency)),
            (Person.RegencyAdministratorOnVisit, await VisitAsync()),
            (Person.Auditor, await SignInAsync(Roles.Auditor, Scope.Regency)),
            (Person.ExpiredToken, await ProgramAsync(here)),
        ];
    }

    async Task<HttpClient> SignInAsync(string role, Scope scope) => (await StaffBrowser.SignInAsync(Host, role, scope)).Client;

    async Task<HttpClient> VisitAsync()
    {
        var visitor = await StaffBrowser.SignInAsync(Host, Roles.RegencyAdministrator, Scope.Regency);
        await Host.Services.GetRequiredService<SupportVisits>().BeginAsync(StaffBrowser.ScopeOf(Host).VillageId, visitor.Account, "Membantu menyalakan berita.", TestContext.Current.CancellationToken);
        return visitor.Client;
    }

    async Task<HttpClient> ProgramAsync(Scope scope)
    {
        using var owner = await StaffBrowser.SignInAsync(Host, Roles.Administrator, scope);
        var token = await Host.Services.GetRequiredService<ApiTokens>().MakeAsync(
            owner.Account.Id, scope.VillageId, "Papan", [.. HostPermissions.OfVillages.Select(permission => permission.Name)], Host.Clock.GetUtcNow(), TestContext.Current.CancellationToken);
        var program = StaffBrowser.Nobody(Host.Address);
        program.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return program;
    }

    /// <summary>Every endpoint but public pages.</summary>
    internal IEnumerable<RouteEndpoint> Guarded() => Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => !IsPublicPage(endpoint));

    static bool IsPublicPage(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<Rule>() == Rule.Anyone || (MatrixRequests.AudienceOf(endpoint) == Audience.Everywhere && endpoint.Metadata.GetMetadata<Rule>() is null);
}
