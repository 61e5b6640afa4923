using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Background;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Privacy;
using SmartKampung.Host.Storage;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Plugins.News;
using SmartKampung.Tests.Plugins.News.Console;

namespace SmartKampung.Tests.Host.Privacy;

/// <summary>The consent of a module, tried with the one that news asks for.</summary>
public sealed class ModuleConsentTests(NewsDesk desk) : IClassFixture<NewsDesk>, IAsyncLifetime
{
    const string Own = "/akun/data-pribadi";

    static readonly ConsentPurpose ShownName = new("comment-name", "", "1");

    StaffBrowser siti = null!;
    StaffBrowser eko = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    Consents Consents => desk.Host.Services.GetRequiredService<Consents>();

    public async ValueTask InitializeAsync()
    {
        using var on = await desk.Host.Administrator.SendAsync(HttpMethod.Put, $"/api/villages/{TestHost.DemoCode}/settings/news", new { comments = true });
        siti = await StaffBrowser.SignInAsync(desk.Host, Roles.Resident, name: "Siti Aminah");
        eko = await StaffBrowser.SignInAsync(desk.Host, Roles.Resident, name: "Eko Purwanto");
    }

    public ValueTask DisposeAsync()
    {
        siti.Dispose();
        eko.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Name_is_published_with_consent_alone_which_is_asked_for_once_of_each_person_in_each_village()
    {
        var page = await PublishAsync("Dengan izin");
        var refused = await siti.SubmitAsync($"{page}/komentar", $"{page}/komentar", HttpStatusCode.UnprocessableEntity, ("text", "Tanpa izin"));
        Assert.Equal("Tanpa izin", refused.QuerySelector("[name=text]")!.TextContent.Trim());
        Assert.NotNull(refused.QuerySelector("#f-consent-error"));
        Assert.Empty(await ConsentsAsync(siti));

        await SayAsync(siti, page, "Dengan izin");
        await siti.SubmitAsync($"{page}/komentar", $"{page}/komentar", HttpStatusCode.SeeOther, ("text", "Sekali lagi"));

        Assert.Null((await siti.OpenAsync($"{page}/komentar")).QuerySelector("[name=consent]"));
        Assert.NotNull((await eko.OpenAsync($"{page}/komentar")).QuerySelector("[name=consent]"));
        Assert.True(await Consents.HasAsync(Consent.KeyOf("news", ShownName, StaffBrowser.ScopeOf(desk.Host), siti.Account.Id), Stop));
        Assert.False(await Consents.HasAsync(Consent.KeyOf("news", ShownName, StaffBrowser.ScopeOf(desk.Host, "35.10.24.2001"), siti.Account.Id), Stop));
        foreach (var place in new[] { NewsDesk.Village, "" })
            Assert.Contains("Nama saya boleh tampil", await desk.Host.PageAsync($"{place}/privasi"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consent_is_listed_and_downloaded_with_its_day_and_version_and_its_giver_alone_takes_it_back()
    {
        var page = await PublishAsync("Ditarik lagi");
        await siti.SubmitAsync(Own, $"{Own}/persetujuan", HttpStatusCode.SeeOther);
        await SayAsync(siti, page, "Dengan izin");
        var form = (await siti.OpenAsync(Own)).QuerySelector("form[action*='/persetujuan/'][action$='/tarik']:not([action$='persetujuan/tarik'])")!;
        Assert.Contains("kalimat versi 1.", form.Closest("li")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("comment-name", await siti.Client.GetStringAsync(new Uri("/akun/data", UriKind.Relative), Stop), StringComparison.Ordinal);

        await eko.SubmitAsync(Own, form.GetAttribute("action")!, HttpStatusCode.NotFound);
        Assert.Null((await siti.OpenAsync($"{page}/komentar")).QuerySelector("[name=consent]"));
        foreach (var _ in new[] { 1, 2 }) await siti.SubmitAsync(Own, form.GetAttribute("action")!, HttpStatusCode.SeeOther);

        Assert.NotNull((await siti.OpenAsync($"{page}/komentar")).QuerySelector("[name=consent]"));
        Assert.Equal([("", false), ("news", true)], (await ConsentsAsync(siti)).Select(consent => (consent.Module, consent.WithdrawnAt is not null)).Order());
    }

    [Fact]
    public async Task Name_goes_from_what_is_shown_once_the_consent_is_taken_back_even_where_the_village_could_not_be_written_just_then()
    {
        var page = await PublishAsync("Tanpa nama lagi");
        foreach (var (person, text) in new[] { (siti, "Dari Siti"), (eko, "Dari Eko") }) await SayAsync(person, page, text);
        await ApproveAllAsync();
        Assert.Contains("Siti Aminah", await desk.Host.PageAsync(page), StringComparison.Ordinal);
        using (await desk.Host.Services.GetRequiredService<IDocumentStore>().HoldAsync(Partition.OfVillage(StaffBrowser.ScopeOf(desk.Host).VillageId)))
        {
            await Consents.WithdrawAsync(siti.Account.Id, (await ConsentsAsync(siti))[^1].Id, Stop);
            await desk.Host.CatchUpAsync();
            Assert.Contains("Siti Aminah", await desk.Host.PageAsync(page), StringComparison.Ordinal);
        }

        await desk.Host.Services.GetRequiredService<OutboxDelivery>().RetryAsync(Partition.Installation, Stop);
        await desk.Host.CatchUpAsync();

        var shown = await desk.Host.PageAsync(page);
        Assert.DoesNotContain("Siti Aminah", shown, StringComparison.Ordinal);
        foreach (var kept in new[] { "Seorang warga", "Dari Siti", "Eko Purwanto" }) Assert.Contains(kept, shown, StringComparison.Ordinal);
        var row = (await desk.Dewi.OpenAsync($"{NewsDesk.List}/komentar?semua=1")).QuerySelectorAll("main .list > li").Single(row => row.TextContent.Contains("Dari Siti", StringComparison.Ordinal));
        Assert.DoesNotContain("Siti Aminah", row.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await siti.OpenAsync($"{page}/komentar")).QuerySelector("form[action$=hapus]"));
    }

    [Fact]
    public async Task New_wording_is_asked_for_again_and_both_are_taken_back_together()
    {
        var page = await PublishAsync("Kalimat baru");
        await Consents.GiveAsync("news", new("comment-name", "", "0"), StaffBrowser.ScopeOf(desk.Host), eko.Account.Id, "2026-11", Stop);
        Assert.Contains("Anda akan ditanya lagi", (await eko.OpenAsync(Own)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await eko.SubmitAsync($"{page}/komentar", $"{page}/komentar", HttpStatusCode.UnprocessableEntity, ("text", "Tanpa izin"));

        await SayAsync(eko, page, "Dengan izin");
        await Consents.WithdrawAsync(eko.Account.Id, (await ConsentsAsync(eko))[^1].Id, Stop);

        Assert.Equal(["0", "1"], (await ConsentsAsync(eko)).Where(consent => consent.WithdrawnAt is not null).Select(consent => consent.Wording).Order());
    }

    [Fact]
    public async Task Consents_go_with_the_account()
    {
        var page = await PublishAsync("Perpisahan dengan izin");
        foreach (var person in new[] { siti, eko }) await SayAsync(person, page, "Sampai jumpa");

        await siti.SubmitAsync("/akun/tutup", "/akun/tutup", HttpStatusCode.SeeOther);

        Assert.Empty(await ConsentsAsync(siti));
        Assert.Single(await ConsentsAsync(eko));
    }

    [Fact]
    public async Task Nobody_agrees_where_nobody_is_signed_in_and_nothing_is_asked_that_was_not_registered()
    {
        var (context, notices) = (new CapsuleContext(), desk.Host.Services.GetRequiredService<Notices>());
        var consents = new ModuleConsents("news", [ShownName], Consents, notices, new ModulePerson(context), context);

        Assert.False(await consents.HasGivenAsync(ShownName, Stop));
        await Assert.ThrowsAsync<InvalidOperationException>(() => consents.GiveAsync(ShownName, Stop));
        await Assert.ThrowsAsync<InvalidOperationException>(() => consents.HasGivenAsync(new("comment-name", "", "1"), Stop));
    }

    Task<IReadOnlyList<Consent>> ConsentsAsync(StaffBrowser person) => Consents.OfAsync(person.Account.Id, Stop);

    async Task<string> PublishAsync(string title)
    {
        await NewsDesk.WriteAsync(desk.Dewi, title, "publish", ("allows_comments", "true"));
        return $"{NewsDesk.Village}/berita/{title.ToLowerInvariant().Replace(' ', '-')}";
    }

    async Task ApproveAllAsync()
    {
        const string moderation = $"{NewsDesk.List}/komentar";
        foreach (var form in (await desk.Dewi.OpenAsync(moderation)).QuerySelectorAll("main form[action$=setujui]"))
            await desk.Dewi.SubmitAsync(moderation, form.GetAttribute("action")!, HttpStatusCode.SeeOther, ("version", form.QuerySelector("[name=version]")!.GetAttribute("value")!));
    }

    static Task<IDocument> SayAsync(StaffBrowser resident, string page, string text) =>
        resident.SubmitAsync($"{page}/komentar", $"{page}/komentar", HttpStatusCode.SeeOther, ("text", text), ("consent", "true"));
}
