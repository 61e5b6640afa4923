using System.Net;
using AngleSharp.Dom;
using SmartKampung.Host.Villages;
using SmartKampung.Tests.Plugins.News;

namespace SmartKampung.Tests.Host.Consoles;

public sealed class ManageModulesTests(DeskHost villages) : IClassFixture<DeskHost>
{
    readonly VillageEntry village = villages.Next();
    readonly TestHost host = villages.Host;

    string Modules => $"/{village.Slug}/kelola/modul";

    string News => $"/{village.Slug}/berita";

    [Fact]
    public async Task Module_is_switched_off_after_its_consequences_were_told_and_on_again()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);

        var asked = await staff.OpenAsync($"{Modules}/news/matikan");
        Assert.Contains("/berita", asked.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await staff.SubmitAsync($"{Modules}/news/matikan", $"{Modules}/news/matikan", HttpStatusCode.SeeOther);
        await host.PageAsync(News, HttpStatusCode.NotFound);
        Assert.Contains("Modul mati", (await staff.OpenAsync(Modules)).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);

        await staff.SubmitAsync(Modules, $"{Modules}/news/nyalakan", HttpStatusCode.SeeOther);
        await host.PageAsync(News);
    }

    [Fact]
    public async Task Card_tells_what_the_module_keeps_and_how_often_it_made_a_page()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        await host.WriteArticleAsync(new { title = "Panen kopi", body = "<p>Dimulai.</p>", state = "published" }, $"/api/villages/{village.Code}/news");
        Assert.Matches(@"Menyimpan [1-9]\d* dokumen desa ini, kira-kira [1-9][\d.,]* [KM]B", Card(await staff.OpenAsync(Modules), "news"));
        Assert.Matches("dibuat 1 kali", Card(await staff.OpenAsync(Modules), "news"));

        await host.PageAsync(News);
        await host.PageAsync(News);

        Assert.Matches(@"dibuat 2 kali: biasanya siap dalam [\d.]+ milidetik", Card(await staff.OpenAsync(Modules), "news"));
    }

    [Fact]
    public async Task Module_that_needs_another_one_is_refused_and_nothing_is_done()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        await SetAsync(HttpMethod.Delete, $"/api/villages/{village.Code}/modules/desk");
        await SetAsync(HttpMethod.Delete, $"/api/villages/{village.Code}/modules/ledger");

        var refused = await staff.SubmitAsync(Modules, $"{Modules}/desk/nyalakan", HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Loket memerlukan Buku kas: aktifkan dulu.", refused.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mati", State(await staff.OpenAsync(Modules), "desk"));

        await staff.SubmitAsync(Modules, $"{Modules}/ledger/nyalakan", HttpStatusCode.SeeOther);
        await staff.SubmitAsync(Modules, $"{Modules}/desk/nyalakan", HttpStatusCode.SeeOther);
        var asked = await staff.OpenAsync($"{Modules}/ledger/matikan");
        Assert.Contains("Loket", asked.QuerySelector(".notice.warn")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(asked.QuerySelectorAll("main button"));
        var kept = await staff.SubmitAsync(Modules, $"{Modules}/ledger/matikan", HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Menyala", State(kept, "ledger"));
    }

    [Fact]
    public async Task Switch_that_the_regency_locks_says_so_and_stays()
    {
        await SetAsync(HttpMethod.Put, "/api/regency/modules/news", new { enabled = true, locked = new[] { "enabled" } });
        using var staff = await villages.SignInAsync(Roles.Administrator, village);

        var page = await staff.OpenAsync(Modules);
        var card = page.GetElementById("news")!;
        Assert.Contains("Dikunci oleh Kabupaten Banyuwangi.", card.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Matikan", card.TextContent, StringComparison.Ordinal);
        await staff.SubmitAsync(Modules, $"{Modules}/news/matikan", HttpStatusCode.UnprocessableEntity);
        await host.PageAsync(News);
        await SetAsync(HttpMethod.Put, "/api/regency/modules/news", new { enabled = true, locked = Array.Empty<string>() });
    }

    [Fact]
    public async Task Module_that_failed_says_why_and_can_t_be_switched_on()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        var card = (await staff.OpenAsync(Modules)).GetElementById("specimen")!;

        Assert.Equal("Tidak berjalan", card.QuerySelector(".badge")!.TextContent);
        Assert.Contains("No module today.", card.TextContent, StringComparison.Ordinal);
        Assert.Empty(card.QuerySelectorAll("button"));
    }

    [Fact]
    public async Task Who_may_not_switch_modules_can_t_and_the_auditor_only_looks()
    {
        using var operators = await villages.SignInAsync(Roles.Operator, village);
        await operators.OpenAsync(Modules, HttpStatusCode.Forbidden);
        using var auditor = await StaffBrowser.SignInAsync(host, Roles.Auditor, SmartKampung.Host.Settings.Scope.Regency);
        Assert.Empty((await auditor.OpenAsync(Modules)).QuerySelectorAll("main button"));
        using var answer = await auditor.PostAsync(Modules, $"{Modules}/news/matikan");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Form_without_its_token_and_module_that_is_not_there_change_nothing()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        using var forged = await staff.SendAsync(new(HttpMethod.Post, $"{Modules}/news/matikan") { Content = new FormUrlEncodedContent([]) });

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        await staff.SubmitAsync(Modules, $"{Modules}/nothing/nyalakan", HttpStatusCode.NotFound);
        await host.PageAsync(News);
    }

    static string? State(IDocument page, string module) => page.GetElementById(module)?.QuerySelector(".badge")?.TextContent;

    async Task SetAsync(HttpMethod method, string address, object? body = null)
    {
        using var answer = await host.Administrator.SendAsync(method, address, body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    static string Card(IDocument page, string module) => page.GetElementById(module)!.TextContent;
}
