using System.Net;
using AngleSharp.Dom;

namespace SmartKampung.Tests.Host.Consoles.Profiles;

/// <summary>Each test works in a village of its own, so that one host serves them all.</summary>
public sealed class ManageProfileTests(TestHost host) : IClassFixture<TestHost>
{
    const string Hostile = "\"><script>alert(1)</script>'{{ 7 * 7 }}<img src=x onerror=alert(2)>";
    const string Profile = "/kelola/profil";

    [Fact]
    public async Task What_is_typed_in_each_part_shows_on_the_site_at_once()
    {
        using var desk = await ProfileDesk.OpenAsync(host, "35.10.24.2001", Roles.Operator);
        await desk.SeenByVisitorsAsync("/profil");
        await desk.SaveAsync($"{Profile}/tentang", HttpStatusCode.SeeOther, ("headline", "Desa di lereng"), ("headline_en", "A village on the slope"), ("about", "<h2>Asal</h2><p onclick=x()>Dulu hutan.</p><script>alert(1)</script>"), ("missions", "Satu\nDua"), ("missions_en", "-\nTwo"));
        await desk.SaveAsync($"{Profile}/kantor", HttpStatusCode.SeeOther, ("address", "Jalan Raya 1"), ("whats_app", "0812-3456 7890"), ("email", "kantor@desa.id"));
        await desk.SaveAsync($"{Profile}/jam", HttpStatusCode.SeeOther, ("monday", "7.30 - 11.30; 13:00 s/d 15"), ("friday", ""));
        await desk.SaveAsync($"{Profile}/data", HttpStatusCode.SeeOther, ("population", "1.250"), ("area_km2", "12,5"), ("hamlets", "Krajan\n\n Kampung Baru "));

        var page = await desk.SeenByVisitorsAsync("/profil");
        Assert.Contains("Dulu hutan.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("onclick", page, StringComparison.Ordinal);
        Assert.Contains("Jalan Raya 1", page, StringComparison.Ordinal);
        var saved = desk.Profile();
        Assert.Equal("6281234567890", saved.WhatsApp);
        Assert.Equal([new("Satu"), new LocalText("Dua", "Two")], saved.Missions);
        Assert.Equal(["Krajan", "Kampung Baru"], saved.Hamlets);
        Assert.Equal((1250, 12.5m), (saved.Population, saved.AreaKm2));
        Assert.Equal([new(DayOfWeek.Monday, new(7, 30), new(11, 30)), new OpeningHours(DayOfWeek.Monday, new(13, 0), new(15, 0))], saved.OpeningHours);
        Assert.Contains("A village on the slope", await desk.SeenByVisitorsAsync("/en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_too_late_sees_both_versions_and_loses_nothing()
    {
        using var first = await ProfileDesk.OpenAsync(host, "35.10.24.2002");
        using var second = await ProfileDesk.OpenAsync(host, "35.10.24.2002");
        var seen = await second.OpenAsync($"{Profile}/kantor");
        await first.SaveAsync($"{Profile}/kantor", HttpStatusCode.SeeOther, ("address", "Jalan <Pertama>"));

        var stale = await second.SendAsync(seen, HttpStatusCode.UnprocessableEntity, ("address", "Jalan Kedua"), ("phone", "0333 1"));
        Assert.Equal("Jalan Kedua", stale.GetElementById("f-address")!.GetAttribute("value"));
        Assert.Equal("Tersimpan sekarang: Jalan <Pertama>", stale.GetElementById("f-address-error")!.TextContent);
        Assert.Equal("Jalan <Pertama>", first.Profile().Address);
        await second.SendAsync(stale, HttpStatusCode.SeeOther);
        Assert.Equal(("Jalan Kedua", "0333 1"), (first.Profile().Address, first.Profile().Phone));
    }

    [Fact]
    public async Task Two_people_on_two_parts_are_in_nobody_s_way()
    {
        using var first = await ProfileDesk.OpenAsync(host, "35.10.24.2003");
        var seen = await first.OpenAsync($"{Profile}/data");
        await first.SaveAsync($"{Profile}/kantor", HttpStatusCode.SeeOther, ("address", "Jalan Raya 7"));
        await first.SendAsync(seen, HttpStatusCode.SeeOther, ("population", "90"));

        Assert.Equal(("Jalan Raya 7", 90), (first.Profile().Address, first.Profile().Population));
    }

    [Fact]
    public async Task Wrong_values_are_told_beside_their_fields_and_what_was_typed_stays()
    {
        using var desk = await ProfileDesk.OpenAsync(host, "35.10.24.2004");
        var office = await desk.SaveAsync($"{Profile}/kantor", HttpStatusCode.UnprocessableEntity, ("email", "bukan surel"), ("address", "Jalan 1"));
        Assert.Contains("surel", office.GetElementById("f-email-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Jalan 1", office.GetElementById("f-address")!.GetAttribute("value"));
        foreach (var wrong in (string[])["15.00-07.00", "pagi", "07.00-12.00, 11.00-13.00", "25.00-26.00", Hostile])
            Assert.NotNull((await desk.SaveAsync($"{Profile}/jam", HttpStatusCode.UnprocessableEntity, ("sunday", wrong))).GetElementById("f-sunday-error"));
        Assert.NotNull((await desk.SaveAsync($"{Profile}/data", HttpStatusCode.UnprocessableEntity, ("population", "-1"))).GetElementById("f-population-error"));

        Assert.Equal(new VillageProfile().Address, desk.Profile().Address);
    }

    [Fact]
    public async Task Officials_come_go_and_change_places()
    {
        using var desk = await ProfileDesk.OpenAsync(host, "35.10.24.2005", Roles.Secretary);
        foreach (var name in (string[])["Ani", "Budi", "Cici"])
            await desk.SaveAsync($"{Profile}/perangkat/baru", HttpStatusCode.SeeOther, ("name", name), ("office", "Kasi"), ("from", "2023-02-01"), ("until", "2031-02-01"), ("term", "selamanya"));
        await MoveAsync(desk, "2", "naik");
        await MoveAsync(desk, "0", "turun");
        Assert.Equal(["Cici", "Ani", "Budi"], Names(desk));
        await desk.SaveAsync($"{Profile}/perangkat/1/hapus", HttpStatusCode.SeeOther);

        Assert.Equal(["Cici", "Budi"], Names(desk));
        Assert.Contains("Kasi, 2023–2031", await desk.SeenByVisitorsAsync("/profil"), StringComparison.Ordinal);
        await desk.OpenAsync($"{Profile}/perangkat/2", HttpStatusCode.NotFound);
        var wrong = await desk.SaveAsync($"{Profile}/perangkat/0", HttpStatusCode.UnprocessableEntity, ("until", "2020-01-01"));
        Assert.NotNull(wrong.GetElementById("f-until-error"));
    }

    [Fact]
    public async Task Order_that_two_people_change_at_once_follows_the_first_and_the_second_is_told()
    {
        using var first = await ProfileDesk.OpenAsync(host, "35.10.24.2006");
        using var second = await ProfileDesk.OpenAsync(host, "35.10.24.2006");
        foreach (var name in (string[])["Ani", "Budi", "Cici"])
            await first.SaveAsync($"{Profile}/perangkat/baru", HttpStatusCode.SeeOther, ("name", name), ("office", "Kasi"));
        var (list, entry) = (await second.OpenAsync($"{Profile}/perangkat"), await second.OpenAsync($"{Profile}/perangkat/2"));
        await MoveAsync(first, "0", "turun");

        var told = await second.SendAsync(FormOf(list, "2"), $"/{second.Slug}{Profile}/perangkat/2/naik", HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Orang lain", told.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Budi", "Ani", "Cici"], told.QuerySelectorAll("ol h2").Select(name => name.TextContent));
        await MoveAsync(first, "2", "naik");
        await second.SendAsync(entry, HttpStatusCode.SeeOther, ("name", "Cici Lestari"));
        Assert.Equal(["Budi", "Cici Lestari", "Ani"], Names(first));
        var gone = await second.SendAsync(entry, HttpStatusCode.UnprocessableEntity, ("name", "Cici lain"));
        Assert.Equal("Cici lain", gone.GetElementById("f-name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Hostile_text_in_any_field_stays_text_wherever_it_shows()
    {
        using var desk = await ProfileDesk.OpenAsync(host, "35.10.24.2007");
        foreach (var part in (string[])["tentang", "kantor", "data"])
        {
            var page = await desk.OpenAsync($"{Profile}/{part}");
            foreach (var field in page.QuerySelectorAll("main form input:not([type=hidden], [type=checkbox]), main form textarea").Select(field => field.GetAttribute("name")!))
                await desk.SendAsync(await desk.OpenAsync($"{Profile}/{part}"), Accepts(field), (field, Hostile));
        }

        await desk.SaveAsync($"{Profile}/perangkat/baru", HttpStatusCode.SeeOther, ("name", Hostile), ("office", Hostile), ("office_en", Hostile), ("term", Hostile));
        await desk.SaveAsync($"{Profile}/darurat/baru", HttpStatusCode.SeeOther, ("name", Hostile), ("name_en", Hostile), ("phone", Hostile[..40]));
        await desk.SaveAsync($"{Profile}/foto/baru", HttpStatusCode.SeeOther, ("alt", Hostile), ("photo", Media.Pictures.Png()));
        foreach (var page in (string[])["", "/profil", "/en", "/en/profil", "/cari?cari=script"]) Harmless(await desk.SeenByVisitorsAsync(page));
        foreach (var page in (string[])["/tentang", "/kantor", "/data", "/perangkat", "/perangkat/0", "/darurat", "/darurat/0", "/perangkat/0/hapus", "/foto", "/foto/0"])
            Harmless((await desk.OpenAsync(Profile + page)).DocumentElement.OuterHtml);
    }

    [Fact]
    public async Task Auditor_reads_and_changes_nothing_and_the_administrator_of_another_village_is_nobody_here()
    {
        using var auditor = await StaffBrowser.SignInAsync(host, Roles.Auditor, SmartKampung.Host.Settings.Scope.Regency);
        using var elsewhere = await StaffBrowser.SignInAsync(host, Roles.Administrator, StaffBrowser.ScopeOf(host, "35.10.24.2001"));
        var parts = (string[])["", "/tentang", "/kantor", "/jam", "/data", "/perangkat", "/perangkat/0", "/perangkat/0/hapus", "/darurat", "/lambang", "/foto", "/foto/0", "/letak"];
        foreach (var part in parts)
        {
            var page = await auditor.OpenAsync($"/{TestHost.DemoSlug}{Profile}{part}");
            Assert.Empty(page.QuerySelectorAll("main button"));
            await elsewhere.OpenAsync($"/{TestHost.DemoSlug}{Profile}{part}", HttpStatusCode.Forbidden);
        }

        using var answer = await auditor.PostAsync($"/{TestHost.DemoSlug}{Profile}/kantor", $"/{TestHost.DemoSlug}{Profile}/kantor", ("address", "Jalan Auditor"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task First_step_of_a_fresh_village_leads_to_its_profile()
    {
        using var desk = await ProfileDesk.OpenAsync(host, "35.10.24.2001");
        Assert.NotNull((await desk.OpenAsync("/kelola")).QuerySelector($".steps a[href='/{desk.Slug}{Profile}']"));
    }

    static HttpStatusCode Accepts(string field) => field is "email" or "whats_app" or "population" or "families" or "area_km2" or "office_code" or "bank_number" ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.SeeOther;

    static void Harmless(string html)
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        Assert.DoesNotContain(page.Scripts, script => script.Text.Contains("alert", StringComparison.Ordinal));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain("49", page.Body!.TextContent, StringComparison.Ordinal);
    }

    static string[] Names(ProfileDesk desk) => [.. desk.Profile().Officials.Select(official => official.Name)];

    static async Task MoveAsync(ProfileDesk desk, string at, string verb) =>
        await desk.SendAsync(FormOf(await desk.OpenAsync($"{Profile}/perangkat"), at), $"/{desk.Slug}{Profile}/perangkat/{at}/{verb}", HttpStatusCode.SeeOther);

    static AngleSharp.Html.Dom.IHtmlFormElement FormOf(IDocument page, string at) =>
        (AngleSharp.Html.Dom.IHtmlFormElement)page.QuerySelector($"form[action$='/perangkat/{at}/naik']")!;
}
