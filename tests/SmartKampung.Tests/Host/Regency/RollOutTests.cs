using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Regency;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Host.Modules;

namespace SmartKampung.Tests.Host.Regency;

/// <summary>A host with two modules, of which one needs the other.</summary>
public sealed class RollOutHost : IAsyncLifetime
{
    readonly PluginFolders plugins = new();

    public TestHost Host { get; private set; } = new();

    public async ValueTask InitializeAsync()
    {
        plugins.AddNews().AddGuestbook(manifest => manifest["requires"] = new JsonObject { ["news"] = "*" });
        Host = await TestHost.StartAsync(plugins.FullName);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        plugins.Dispose();
    }
}

public sealed class RollOutTests(RollOutHost shared) : IClassFixture<RollOutHost>, IAsyncLifetime
{
    const string Path = "/kelola/peluncuran";
    const string Check = $"{Path}/periksa?module=news&direction=on&target=all";

    readonly TestHost host = shared.Host;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    RollOuts RollOuts => host.Services.GetRequiredService<RollOuts>();

    VillageIndex Villages => host.Services.GetRequiredService<VillageRegistry>().Villages;

    /// <summary>No scope says anything of the modules any more, and no roll-out is kept.</summary>
    public async ValueTask InitializeAsync()
    {
        var configurations = host.Services.GetRequiredService<ModuleConfigurations>();
        var session = host.Services.GetRequiredService<RegencyDocuments>().OpenSession();
        foreach (var rollOut in await session.Query<RollOut>().ToListAsync(Stop)) session.Delete(rollOut);
        foreach (var batch in await session.Query<RollOutBatch>().ToListAsync(Stop)) session.Delete(batch);
        string[] modules = ["news", "guestbook"];
        var said = modules.SelectMany(configurations.Of).Select(pair => pair.Configuration with { Enabled = null, Locked = [], Values = [] }).ToArray();
        await configurations.ChangeManyAsync(session, _ => said, Stop);
        await SendAsync(HttpMethod.Patch, $"/api/villages/{TestHost.DemoCode}", """{"readOnly": false}""");
        await SendAsync(HttpMethod.Put, $"/api/villages/{TestHost.DemoCode}/modules/news", null);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Module_goes_on_in_three_villages_then_in_all_and_back_to_what_each_had()
    {
        using var staff = await StaffBrowser.SignInAsync(host, Roles.RegencyAdministrator, Scope.Regency);
        var before = On("news");
        string[] three = [.. Villages.Open.Where(village => !before.Contains(village.Code)).Take(3).Select(village => village.Code)];
        var choice = string.Concat(three.Select(code => $"&villages={code}"));
        var check = await staff.OpenAsync($"{Path}/periksa?module=news&direction=on&target=villages{choice}");
        Assert.Equal("Nyalakan Berita di 3 desa?", check.QuerySelector("h1")!.TextContent);
        Assert.Equal(["3", "0"], check.QuerySelectorAll(".figures dd").Select(figure => figure.TextContent));
        Assert.Equal(before, On("news"));

        var first = await StartAsync(staff, $"{Path}/periksa?module=news&direction=on&target=villages{choice}");
        Assert.Equal(before.Count + 3, On("news").Count);
        var second = await StartAsync(staff, Check);
        Assert.Equal(Villages.Open.Length, On("news").Count);
        var page = await staff.OpenAsync($"{Path}/{second}");
        Assert.Equal($"{Villages.Open.Length - before.Count - 3}", page.QuerySelector(".figures dd")!.TextContent);

        await staff.SubmitAsync($"{Path}/{second}", $"{Path}/{second}/kembalikan", HttpStatusCode.SeeOther);
        await RollOuts.Queue.Idle;
        Assert.Equal(before.Concat(three).Order(StringComparer.Ordinal), On("news"));
        await staff.SubmitAsync($"{Path}/{first}", $"{Path}/{first}/kembalikan", HttpStatusCode.SeeOther);
        await RollOuts.Queue.Idle;
        Assert.Equal(before, On("news"));
        await staff.SubmitAsync($"{Path}/{first}", $"{Path}/{first}/kembalikan", HttpStatusCode.SeeOther);
        Assert.Contains("terlambat", (await staff.OpenAsync($"{Path}/{first}")).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_locked_or_read_only_is_told_before_and_stands_beside_each_village_after()
    {
        using var staff = await StaffBrowser.SignInAsync(host, Roles.RegencyAdministrator, Scope.Regency);
        await SendAsync(HttpMethod.Put, "/api/districts/35.10.01/modules/guestbook", """{"enabled": false, "locked": ["enabled"]}""");
        await SendAsync(HttpMethod.Patch, $"/api/villages/{TestHost.DemoCode}", """{"readOnly": true}""");
        await SendAsync(HttpMethod.Put, "/api/districts/35.10.02/modules/news", null);

        const string Guestbook = $"{Path}/periksa?module=guestbook&direction=on&target=all";
        var check = await staff.OpenAsync(Guestbook);
        var reasons = check.QuerySelectorAll("main h2").Select(heading => heading.TextContent).ToArray();
        Assert.Equal(3, reasons.Length);
        Assert.Contains(reasons, reason => reason.Contains("Dikunci oleh Kecamatan Pesanggaran", StringComparison.Ordinal));
        Assert.Contains(reasons, reason => reason.Contains("memerlukan", StringComparison.Ordinal));
        Assert.Contains("Desa ini hanya dapat dibaca.", reasons);
        var page = await staff.OpenAsync($"{Path}/{await StartAsync(staff, Guestbook)}");
        Assert.Equal(Villages.InDistrict("35.10.02").Count(), On("guestbook").Count);
        Assert.Equal(Villages.Open.Length - On("guestbook").Count, page.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task Button_pressed_twice_starts_one_and_what_a_village_changed_since_is_left_alone()
    {
        using var staff = await StaffBrowser.SignInAsync(host, Roles.RegencyAdministrator, Scope.Regency);
        var check = await staff.OpenAsync(Check);
        var fields = check.QuerySelectorAll("main form input:not([name=_form])").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!)).ToArray();
        await staff.SubmitAsync(Check, Path, HttpStatusCode.SeeOther, fields);
        await staff.SubmitAsync(Check, Path, HttpStatusCode.SeeOther, fields);
        Assert.Single(await RollOuts.LatestAsync(10, Stop));
        await RollOuts.Queue.Idle;
        var changed = Villages.Open.First(village => village.Code != TestHost.DemoCode).Code;
        await SendAsync(HttpMethod.Delete, $"/api/villages/{changed}/modules/news", null);

        var id = (await RollOuts.LatestAsync(1, Stop))[0].Id;
        Assert.True(await RollOuts.ReturnAsync(id, Stop));
        await RollOuts.Queue.Idle;
        Assert.Contains("Desa mengubahnya sendiri", (await staff.OpenAsync($"{Path}/{id}")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_or_paused_roll_out_moves_nothing_until_it_goes_on()
    {
        var targets = Villages.Open.Where(village => !On("news").Contains(village.Code)).Select(village => village.Id).ToArray();
        var documents = host.Services.GetRequiredService<RegencyDocuments>();
        var (session, id) = (documents.OpenSession(), Guid.CreateVersion7());
        session.Store(new RollOut { Id = id, Module = "news", IsOn = true, Villages = targets.Length, State = RollOutState.Paused, StartedBy = "Rina", StartedAt = host.Clock.GetUtcNow() });
        session.Store(new RollOutBatch { RollOut = id, Number = 0, IsOpen = true, Villages = [.. targets.Select(village => new RollOutVillage(village))] });
        await session.SaveChangesAsync(Stop);
        var before = On("news");

        await RollOuts.ResumeAsync(Stop);
        await RollOuts.Queue.Idle;
        Assert.Equal(before, On("news"));
        Assert.True(await RollOuts.GoOnAsync(id, Stop));
        await RollOuts.Queue.Idle;
        Assert.Equal(Villages.Open.Length, On("news").Count);
        Assert.False(await RollOuts.PauseAsync(id, Stop));
    }

    [Fact]
    public async Task Roll_out_that_a_kill_left_unfinished_goes_on_with_the_batches_that_are_open()
    {
        var villages = Villages.Open.Where(village => village.Code != TestHost.DemoCode).Take(2).ToArray();
        var (session, id) = (host.Services.GetRequiredService<RegencyDocuments>().OpenSession(), Guid.CreateVersion7());
        session.Store(new RollOut { Id = id, Module = "news", IsOn = true, Villages = 2, State = RollOutState.Running, StartedBy = "Rina", StartedAt = host.Clock.GetUtcNow() });
        session.Store(new RollOutBatch { RollOut = id, Number = 0, IsOpen = false, Villages = [new(villages[0].Id, RollOutResult.Switched)] });
        session.Store(new RollOutBatch { RollOut = id, Number = 1, IsOpen = true, Villages = [new(villages[1].Id)] });
        await session.SaveChangesAsync(Stop);

        await RollOuts.ResumeAsync(Stop);
        await RollOuts.Queue.Idle;
        Assert.Equal(new[] { TestHost.DemoCode, villages[1].Code }.Order(StringComparer.Ordinal), On("news"));
        Assert.Equal(RollOutState.Done, (await RollOuts.FindAsync(id, Stop))!.State);
    }

    [Fact]
    public async Task Module_is_required_withheld_and_allowed_for_all_or_a_district()
    {
        using var staff = await StaffBrowser.SignInAsync(host, Roles.RegencyAdministrator, Scope.Regency);
        const string Rule = "/kelola/modul/news/aturan";
        var before = On("news");

        await staff.SubmitAsync($"{Rule}?kecamatan=35.10.01", Rule, HttpStatusCode.SeeOther, ("policy", "required"), ("district", "35.10.01"));
        Assert.Equal(before.Count + Villages.InDistrict("35.10.01").Count(), On("news").Count);
        await staff.SubmitAsync($"{Rule}?kecamatan=35.10.01", Rule, HttpStatusCode.SeeOther, ("policy", "allowed"), ("district", "35.10.01"));
        await staff.SubmitAsync(Rule, Rule, HttpStatusCode.SeeOther, ("policy", "withheld"), ("district", ""));
        Assert.Empty(On("news"));
        Assert.Contains("Dikunci oleh", (await staff.OpenAsync($"{Rule}?kecamatan=35.10.01")).QuerySelector(".notice.warn")!.TextContent, StringComparison.Ordinal);
        await staff.SubmitAsync(Rule, Rule, HttpStatusCode.SeeOther, ("policy", "allowed"), ("district", ""));
        Assert.Equal(before, On("news"));
    }

    [Fact]
    public async Task Default_and_lock_of_the_regency_show_in_the_village_with_where_they_come_from()
    {
        using var staff = await StaffBrowser.SignInAsync(host, Roles.RegencyAdministrator, Scope.Regency);
        using var village = await StaffBrowser.SignInAsync(host, Roles.Administrator);
        const string Settings = "/kelola/modul/news/pengaturan";
        var version = (await staff.OpenAsync(Settings)).QuerySelector("[name=version]")!.GetAttribute("value")!;

        await staff.SubmitAsync(Settings, Settings, HttpStatusCode.SeeOther, ("version", version), ("articlesPerPage", "7"), ("lock", "articlesPerPage"));
        var shown = (await village.OpenAsync($"/{TestHost.DemoSlug}/kelola/modul/news")).QuerySelector("#f-articlesperpage")!;
        Assert.True(shown.HasAttribute("disabled"));
        Assert.Contains("Dikunci oleh Kabupaten Banyuwangi: 7", shown.Closest(".field")!.TextContent, StringComparison.Ordinal);
        Assert.True((await staff.OpenAsync(Settings)).QuerySelector("[name=lock][value=articlesPerPage]")!.HasAttribute("checked"));
        Assert.Contains("Kabupaten Banyuwangi", (await staff.OpenAsync($"{Settings}?kecamatan=35.10.24")).QuerySelector("#f-articlesperpage-source")!.TextContent, StringComparison.Ordinal);
        await staff.SubmitAsync(Settings, Settings, HttpStatusCode.UnprocessableEntity, ("version", version), ("articlesPerPage", "8"));
    }

    IReadOnlyList<string> On(string module)
    {
        var switches = host.Services.GetRequiredService<ModuleSwitches>();
        return [.. Villages.Open.Where(village => switches.IsOn(village, module)).Select(village => village.Code).Order(StringComparer.Ordinal)];
    }

    async Task<Guid> StartAsync(StaffBrowser staff, string check)
    {
        var fields = (await staff.OpenAsync(check)).QuerySelectorAll("main form input:not([name=_form])").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!)).ToArray();
        using var answer = await staff.PostAsync(check, Path, fields);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        await RollOuts.Queue.Idle;
        return Guid.Parse(answer.Headers.Location!.OriginalString.Split('/')[^1]);
    }

    async Task SendAsync(HttpMethod method, string path, string? json)
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null) request.Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var answer = await host.Administrator.SendAsync(request, Stop);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }
}
