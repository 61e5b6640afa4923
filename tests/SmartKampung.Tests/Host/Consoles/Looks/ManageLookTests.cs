using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SmartKampung.Host.Villages;
using SmartKampung.Tests.Host.Consoles.Profiles;
using SmartKampung.Tests.Plugins.News;

namespace SmartKampung.Tests.Host.Consoles.Looks;

/// <summary>Each test works in a village of its own, so that one host serves them all.</summary>
public sealed class ManageLookTests(TestHost host) : IClassFixture<TestHost>
{
    const string Look = "/kelola/tampilan";
    const string Hostile = "\"><script>alert(1)</script>'<b onclick=x()>";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Colour_is_tried_on_then_saved_and_one_that_is_too_bright_gets_a_proposal()
    {
        using var desk = await ProfileDesk.OpenAsync(host, "35.10.24.2001");
        var bright = await desk.SaveAsync($"{Look}/warna", HttpStatusCode.UnprocessableEntity, ("accent", "#ffcc00"), ("do", "save"));
        var proposal = bright.QuerySelector("main input[name=accent][type=hidden]")!.GetAttribute("value")!;
        Assert.True(AccentColor.IsReadable(proposal), proposal);
        Assert.InRange(AccentColor.ContrastWithWhite(proposal)!.Value, 4.5, 4.7);
        var tried = await desk.SaveAsync($"{Look}/warna", HttpStatusCode.OK, ("accent", "#8b1a1a"), ("do", "preview"));
        Assert.NotNull(tried.QuerySelector("main link[href='/assets/accent/8b1a1a.css']"));
        Assert.Equal("", desk.Profile().Accent);
        await desk.SaveAsync($"{Look}/warna", HttpStatusCode.SeeOther, ("accent", "#8b1a1a"), ("do", "save"));
        Assert.Contains("/assets/accent/8b1a1a.css", await desk.SeenByVisitorsAsync(""), StringComparison.Ordinal);
        foreach (var wrong in (string[])["red", "#12345", "#zzzzzz", "url(x)", "#fff}*{x"])
            await desk.SaveAsync($"{Look}/warna", HttpStatusCode.UnprocessableEntity, ("accent", wrong), ("do", "save"));
    }

    [Fact]
    public async Task Parts_of_the_home_page_change_places_and_hide()
    {
        using var desk = await ProfileDesk.OpenAsync(host, TestHost.DemoCode);
        var before = await desk.SeenByVisitorsAsync("");
        Assert.True(Position(before, "perangkat") < Position(before, "kantor"));
        await ArrangeAsync(desk, "beranda", "officials", "down");
        await ArrangeAsync(desk, "beranda", "news/news-home", "toggle");
        var after = await desk.SeenByVisitorsAsync("");
        Assert.True(Position(after, "kantor") < Position(after, "perangkat"));
        Assert.Contains("id=\"agenda\"", before, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"agenda\"", after, StringComparison.Ordinal);
        await ArrangeAsync(desk, "beranda", "news/news-home", "toggle");
        Assert.Contains("id=\"agenda\"", await desk.SeenByVisitorsAsync(""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_who_move_at_once_are_told_and_only_the_first_is_followed()
    {
        using var first = await ProfileDesk.OpenAsync(host, "35.10.24.2002");
        using var second = await ProfileDesk.OpenAsync(host, "35.10.24.2002");
        var seen = await second.OpenAsync($"{Look}/beranda");
        await ArrangeAsync(first, "beranda", "neighbours", "up");
        var told = await second.SendAsync(FormOf(seen, "neighbours"), $"/{second.Slug}{Look}/beranda", HttpStatusCode.UnprocessableEntity, ("do", "up"));
        Assert.NotNull(told.QuerySelector("[role=alert]"));
        Assert.Equal(["Layanan", "Foto", "Perangkat", "Kantor dan letak", "Desa tetangga", "Angka"], Parts(told).Where(part => part is not ("Pengumuman" or "Berita terbaru dan agenda")));
    }

    [Fact]
    public async Task Rich_text_is_a_plain_field_that_the_editor_takes_over_and_what_an_office_program_wrote_comes_clean()
    {
        using var desk = await ProfileDesk.OpenAsync(host, "35.10.24.2004");
        foreach (var (page, fields) in ((string, string[])[])[($"{Look}/halaman/baru", ["body", "body_en"]), ("/kelola/profil/tentang", ["about", "about_en"])])
        {
            var shown = await desk.OpenAsync(page);
            Assert.Equal(fields, shown.QuerySelectorAll("textarea[data-editor]").Select(field => field.GetAttribute("name")));
            Assert.NotNull(shown.QuerySelector("template[data-clean-at][data-upload-to][data-pick-from]"));
            foreach (var script in shown.QuerySelectorAll("script[src*='editor'], script[src*='trix']"))
                Assert.Equal(HttpStatusCode.OK, (await desk.Staff.Client.GetAsync(new Uri(script.GetAttribute("src")!, UriKind.Relative), Stop)).StatusCode);
        }

        using var clean = await desk.Staff.PostAsync($"/{desk.Slug}{Look}/halaman/baru", $"/{desk.Slug}/kelola/rapikan", ("html", "<h1 style='mso-x:1'>Judul</h1><p class=MsoNormal onclick=x()>Isi<script>x()</script></p>"));
        Assert.Equal("<h2>Judul</h2><p>Isi</p>", (await clean.JsonAsync(HttpStatusCode.OK)).Text("html"));
    }

    [Fact]
    public async Task Menu_holds_own_links_in_order_and_no_address_that_could_run()
    {
        using var desk = await ProfileDesk.OpenAsync(host, "35.10.24.2003");
        await desk.SaveAsync($"{Look}/menu/baru", HttpStatusCode.SeeOther, ("text", Hostile[..40]), ("text_en", "Shop"), ("address", "https://toko.example/?a=<b>\"x"));
        await desk.SaveAsync($"{Look}/menu/baru", HttpStatusCode.SeeOther, ("text", "Arsip"), ("address", "/berita?halaman=2"));
        foreach (var address in (string[])["javascript:alert(1)", "JaVaScRiPt:alert(1)", "//jahat.example", "/\\jahat.example", "data:text/html,x", "http://toko.example", "https://a@b.example", "berita", " javascript:x", "\tjavascript:x"])
            Assert.NotNull((await desk.SaveAsync($"{Look}/menu/baru", HttpStatusCode.UnprocessableEntity, ("text", "X"), ("address", address))).GetElementById("f-address-error"));

        var links = await MenuAsync(desk, "");
        Assert.Contains(links, link => link.Text == Hostile[..40] && link.Address == "https://toko.example/?a=%3Cb%3E%22x");
        Assert.Contains(links, link => link == ("Arsip", $"/{desk.Slug}/berita?halaman=2"));
        Assert.Contains(await MenuAsync(desk, "/en"), link => link.Text == "Shop");
        var key = (await desk.OpenAsync($"{Look}/menu")).QuerySelectorAll("input[name=part]")[^1].GetAttribute("value")!;
        await ArrangeAsync(desk, "menu", key, "toggle");
        Assert.DoesNotContain(await MenuAsync(desk, ""), link => link.Text == "Arsip");
        await desk.SendAsync((IHtmlFormElement)(await desk.OpenAsync($"{Look}/menu/{key[5..]}")).QuerySelector("form[action$=hapus]")!, $"/{desk.Slug}{Look}/menu/{key[5..]}/hapus", HttpStatusCode.SeeOther);
        Assert.DoesNotContain(Parts(await desk.OpenAsync($"{Look}/menu")), part => part == "Arsip");
    }

    [Fact]
    public async Task Own_page_is_a_draft_until_it_is_published_and_then_in_menu_search_and_sitemap()
    {
        using var desk = await ProfileDesk.OpenAsync(host, "35.10.24.2004");
        await desk.SaveAsync($"{Look}/halaman/baru", HttpStatusCode.SeeOther, ("title", "Sejarah " + Hostile), ("title_en", "History"), ("slug", "sejarah"), ("body", "<p>Konon <strong>kedondong</strong>.</p><script>alert(1)</script><a href='javascript:x'>x</a>"), ("body_en", "<p>Once</p>"));
        await desk.SeenByVisitorsAsync("/halaman/sejarah", HttpStatusCode.NotFound);
        Assert.DoesNotContain("sejarah", await desk.SeenByVisitorsAsync("/sitemap.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("/halaman/", await desk.SeenByVisitorsAsync("/cari?cari=kedondong"), StringComparison.Ordinal);

        var address = (await desk.OpenAsync($"{Look}/halaman")).QuerySelector("main .list a")!.GetAttribute("href")![$"/{desk.Slug}".Length..];
        Assert.Contains("kedondong", (await desk.OpenAsync($"{address}/lihat")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await desk.SaveAsync(address, HttpStatusCode.SeeOther, ("is_published", "true"));
        var page = await desk.SeenByVisitorsAsync("/halaman/sejarah");
        Assert.Contains("<strong>kedondong</strong>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", page, StringComparison.Ordinal);
        Assert.Contains("Once", await desk.SeenByVisitorsAsync("/en/halaman/sejarah"), StringComparison.Ordinal);
        Assert.Contains("/halaman/sejarah", await desk.SeenByVisitorsAsync("/sitemap.xml"), StringComparison.Ordinal);
        Assert.Contains($"/{desk.Slug}/halaman/sejarah", await desk.SeenByVisitorsAsync("/cari?cari=kedondong"), StringComparison.Ordinal);
        Assert.Contains(await MenuAsync(desk, ""), link => link.Address == $"/{desk.Slug}/halaman/sejarah");

        await desk.SaveAsync(address, HttpStatusCode.SeeOther, ("body", "<p>Baru</p>"));
        Assert.Contains("Baru", await desk.SeenByVisitorsAsync("/halaman/sejarah"), StringComparison.Ordinal);
        await desk.SaveAsync($"{address}/hapus", HttpStatusCode.SeeOther);
        await desk.SeenByVisitorsAsync("/halaman/sejarah", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Page_that_two_people_change_keeps_both_texts_and_pages_of_one_village_are_none_of_another()
    {
        using var first = await ProfileDesk.OpenAsync(host, "35.10.24.2005");
        using var second = await ProfileDesk.OpenAsync(host, "35.10.24.2005");
        using var elsewhere = await ProfileDesk.OpenAsync(host, "35.10.24.2006");
        foreach (var desk in (ProfileDesk[])[first, elsewhere]) await desk.SaveAsync($"{Look}/halaman/baru", HttpStatusCode.SeeOther, ("title", "Sejarah"), ("body", $"<p>{desk.Slug}</p>"), ("is_published", "true"));
        await first.SaveAsync($"{Look}/halaman/baru", HttpStatusCode.UnprocessableEntity, ("title", "Sejarah"));
        var address = (await first.OpenAsync($"{Look}/halaman")).QuerySelector("main .list a")!.GetAttribute("href")![$"/{first.Slug}".Length..];
        await elsewhere.OpenAsync(address, HttpStatusCode.NotFound);
        Assert.Contains($"<p>{first.Slug}</p>", await first.SeenByVisitorsAsync("/halaman/sejarah"), StringComparison.Ordinal);
        Assert.Contains($"<p>{elsewhere.Slug}</p>", await elsewhere.SeenByVisitorsAsync("/halaman/sejarah"), StringComparison.Ordinal);

        var seen = await second.OpenAsync(address);
        await first.SaveAsync(address, HttpStatusCode.SeeOther, ("body", "<p>Pertama</p>"));
        var stale = await second.SendAsync(seen, HttpStatusCode.UnprocessableEntity, ("body", "<p>Kedua</p>"));
        Assert.Contains("Pertama", stale.GetElementById("f-body-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("<p>Kedua</p>", stale.GetElementById("f-body")!.TextContent.Trim());
        await second.SendAsync(stale, HttpStatusCode.SeeOther);
        Assert.Contains("Kedua", await first.SeenByVisitorsAsync("/halaman/sejarah"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_administrator_changes_the_look_and_the_auditor_sees_no_buttons()
    {
        using var operators = await ProfileDesk.OpenAsync(host, "35.10.24.2007", Roles.Operator);
        using var auditor = await StaffBrowser.SignInAsync(host, Roles.Auditor, SmartKampung.Host.Settings.Scope.Regency);
        foreach (var page in (string[])["", "/warna", "/beranda", "/menu", "/menu/baru", "/halaman", "/halaman/baru", "/templat"])
        {
            await operators.OpenAsync(Look + page, HttpStatusCode.Forbidden);
            Assert.Empty((await auditor.OpenAsync($"/{TestHost.DemoSlug}{Look}{page}")).QuerySelectorAll("main button"));
        }
    }

    static string?[] Parts(IDocument page) => [.. page.QuerySelectorAll(".rows-in-order h2").Select(part => part.TextContent)];

    static int Position(string page, string id) => page.IndexOf($"id=\"{id}\"", StringComparison.Ordinal) is >= 0 and var position ? position : throw new InvalidOperationException(id);

    static async Task ArrangeAsync(ProfileDesk desk, string place, string part, string verb) =>
        await desk.SendAsync(FormOf(await desk.OpenAsync($"{Look}/{place}"), part), $"/{desk.Slug}{Look}/{place}", HttpStatusCode.SeeOther, ("do", verb));

    static IHtmlFormElement FormOf(IDocument page, string part) =>
        page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().First(form => form.QuerySelector("input[name=part]")?.GetAttribute("value") == part);

    static async Task<(string Text, string Address)[]> MenuAsync(ProfileDesk desk, string path)
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await desk.SeenByVisitorsAsync(path));
        Assert.Empty(page.Scripts);
        return [.. page.QuerySelectorAll(".foot nav a").Select(link => (link.TextContent, link.GetAttribute("href")!))];
    }
}
