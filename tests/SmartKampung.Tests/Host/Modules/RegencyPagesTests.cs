using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Host.Modules;

/// <summary>Pages of a module in the console of the regency and its districts.</summary>
public sealed partial class RegencyPagesTests(CircularsHost circulars) : IClassFixture<CircularsHost>
{
    const string Page = CircularsHost.Page;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_holds_the_permission_finds_the_module_in_menu_and_start_page_as_one_of_the_console()
    {
        using var regency = await circulars.RegencyAsync();
        using var district = await circulars.DistrictAsync();

        var start = await district.OpenAsync("/kelola");
        Assert.Equal(["Mulai", "Desa dan kelurahan", "Surat edaran"], start.QuerySelectorAll(".side-menu li a").Select(link => link.TextContent));
        Assert.Equal(Page, start.QuerySelector("main .actions a")!.GetAttribute("href"));
        var page = await regency.OpenAsync(Page);
        Assert.Equal("Surat edaran", page.QuerySelector(".side-menu a[aria-current]")!.TextContent);
        Assert.Equal("/en" + Page, (await regency.OpenAsync("/en/kelola")).QuerySelectorAll(".side-menu a").First(link => link.TextContent == "Circulars").GetAttribute("href"));
    }

    [Fact]
    public async Task Staff_of_a_district_see_its_villages_and_all_else_is_not_there()
    {
        using var district = await circulars.DistrictAsync("35.10.01");
        using var regency = await circulars.RegencyAsync();

        var seen = await district.Client.GetFromJsonAsync<string[]>($"{Page}/villages", Stop);
        Assert.Equal("Pesanggaran", seen![0]);
        Assert.All(seen[1..], code => Assert.StartsWith("35.10.01.", code, StringComparison.Ordinal));
        await district.OpenAsync($"{Page}/villages/{CircularsHost.Elsewhere}");
        await district.OpenAsync($"{Page}/villages/{CircularsHost.Here}", HttpStatusCode.NotFound);
        await district.OpenAsync($"{Page}/villages/35.10.24.9999", HttpStatusCode.NotFound);
        Assert.Equal(25 + 217, (await regency.Client.GetFromJsonAsync<string[]>($"{Page}/villages", Stop))!.Length);
    }

    [Theory]
    [InlineData(Roles.DistrictStaff, "district-staff True True")]
    [InlineData(Roles.DistrictHead, "district-head True False")]
    public async Task Module_knows_by_which_role_somebody_is_there(string role, string told)
    {
        using var person = await circulars.DistrictAsync(role: role);

        Assert.Equal(told, await person.Client.GetStringAsync($"{Page}/person", Stop));
    }

    [Fact]
    public async Task What_the_regency_alone_may_is_refused_to_a_district_and_to_who_only_reads()
    {
        using var auditor = await circulars.RegencyAsync(Roles.Auditor);
        foreach (var person in new[] { await circulars.DistrictAsync(), auditor })
        {
            using var answer = await person.PostAsync(Page, Page, ("subject", "Percobaan"));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Staff_of_a_village_and_strangers_do_not_enter()
    {
        using var operatorOfVillage = await StaffBrowser.SignInAsync(circulars.Host, Roles.Operator);
        using var once = await StaffBrowser.SignInAsync(circulars.Host, Roles.DistrictStaff, SmartKampung.Host.Settings.Scope.District("35.10.24"), Proof.Password);

        await operatorOfVillage.OpenAsync(Page, HttpStatusCode.Forbidden);
        Assert.StartsWith("/akun/langkah-kedua", (await once.Client.GetAsync(Page, Stop)).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.StartsWith("/masuk", (await circulars.Host.Anonymous.GetAsync(Page, Stop)).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await circulars.Host.Anonymous.GetAsync($"/{TestHost.DemoSlug}{Page}", Stop)).StatusCode);
    }

    [Fact]
    public async Task Program_that_acts_in_one_village_sees_nothing_of_the_district()
    {
        using var owner = await circulars.DistrictAsync();
        var token = await circulars.Host.Services.GetRequiredService<ApiTokens>().MakeAsync(
            owner.Account.Id, StaffBrowser.ScopeOf(circulars.Host).VillageId, "Papan", ["circulars.watch"], circulars.Host.Clock.GetUtcNow().AddDays(1), Stop);
        using var program = StaffBrowser.Nobody(circulars.Host.Address);
        program.DefaultRequestHeaders.Authorization = new("Bearer", token);

        Assert.Equal(HttpStatusCode.Forbidden, (await program.GetAsync($"{Page}/villages", Stop)).StatusCode);
    }

    [Fact]
    public void No_module_can_be_called_like_a_page_of_the_hosts_consoles()
    {
        var own = circulars.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetMetadata<PageOwner>() is null);
        var places = own.Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/').Split('/')).Where(path => path[0] == "kelola" && path.Length > 1 && ModuleId().IsMatch(path[1])).Select(path => path[1]).ToHashSet();

        Assert.Contains("peluncuran", places);
        Assert.All(places, place => Assert.True(ConsolePlaces.Contains(place), place));
    }

    [GeneratedRegex("^[a-z0-9-]+$")]
    private static partial Regex ModuleId();
}
