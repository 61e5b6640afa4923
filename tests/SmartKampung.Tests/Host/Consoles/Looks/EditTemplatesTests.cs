using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SmartKampung.Tests.Host.Consoles.Profiles;

namespace SmartKampung.Tests.Host.Consoles.Looks;

/// <summary>Each test works in a village of its own, so that one host serves them all.</summary>
public sealed class EditTemplatesTests(TestHost host) : IClassFixture<TestHost>
{
    const string Templates = "/kelola/tampilan/templat";
    const string Profile = $"{Templates}/host/village-profile";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Draft_is_seen_by_who_wrote_it_and_by_nobody_else()
    {
        using var desk = await ProfileDesk.OpenAsync(host, "35.10.24.2001");
        using var colleague = await ProfileDesk.OpenAsync(host, "35.10.24.2001");
        using var elsewhere = await ProfileDesk.OpenAsync(host, "35.10.24.2002");
        var preview = await PreviewAsync(desk, Profile, "<h1>Naskah {{ village.name }} {{ '<b>' }}</h1>", "/profil");

        var tried = await desk.Staff.OpenAsync(preview);
        Assert.Equal("Naskah Gumuk <b>", tried.QuerySelector("h1")!.TextContent);
        Assert.Contains("Pratinjau", tried.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Naskah", (await desk.OpenAsync("/profil")).DocumentElement.TextContent, StringComparison.Ordinal);
        foreach (var address in (string[])[preview, preview.Replace(desk.Slug, elsewhere.Slug, StringComparison.Ordinal)])
        {
            Assert.DoesNotContain("Naskah", await host.Anonymous.GetStringAsync(new Uri(address, UriKind.Relative), Stop), StringComparison.Ordinal);
            Assert.DoesNotContain("Naskah", (await colleague.Staff.OpenAsync(address)).DocumentElement.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("Naskah", (await elsewhere.Staff.OpenAsync(address)).DocumentElement.TextContent, StringComparison.Ordinal);
        }

        using var answer = await desk.Staff.Client.GetAsync(new Uri(preview, UriKind.Relative), Stop);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains("Naskah", (await desk.OpenAsync(Profile)).GetElementById("f-text")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Naskah", (await colleague.OpenAsync(Profile)).GetElementById("f-text")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Template_is_published_for_its_village_alone_and_given_back()
    {
        using var desk = await ProfileDesk.OpenAsync(host, "35.10.24.2003");
        using var neighbour = await ProfileDesk.OpenAsync(host, "35.10.24.2004");
        Assert.DoesNotContain("Terbit kami", await desk.SeenByVisitorsAsync("/profil"), StringComparison.Ordinal);
        await desk.SaveAsync(Profile, HttpStatusCode.SeeOther, ("text", "<h1>Terbit kami</h1>"), ("do", "publish"));

        Assert.Contains("Terbit kami", await desk.SeenByVisitorsAsync("/profil"), StringComparison.Ordinal);
        Assert.DoesNotContain("Terbit kami", await neighbour.SeenByVisitorsAsync("/profil"), StringComparison.Ordinal);
        var line = (await desk.OpenAsync(Templates)).QuerySelectorAll(".template-list li").Single(entry => entry.QuerySelector("a")!.TextContent == "village-profile");
        Assert.Equal("diubah", line.QuerySelector(".badge")!.TextContent);
        await desk.SendAsync(FormTo(await desk.OpenAsync(Profile), "/asli"), $"/{desk.Slug}{Profile}/asli", HttpStatusCode.SeeOther);
        Assert.DoesNotContain("Terbit kami", await desk.SeenByVisitorsAsync("/profil"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistake_is_told_with_line_and_column_beside_the_field_and_what_was_typed_stays()
    {
        using var desk = await ProfileDesk.OpenAsync(host, "35.10.24.2005");
        foreach (var verb in (string[])["preview", "publish"])
        {
            var page = await desk.SaveAsync(Profile, HttpStatusCode.UnprocessableEntity, ("text", "<p>\n  {{ for }}</textarea><script>alert(1)</script>"), ("do", verb));
            Assert.Matches(@"^Baris 2, kolom \d+: ", page.GetElementById("f-text-error")!.TextContent);
            Assert.Contains("{{ for }}</textarea><script>", page.GetElementById("f-text")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain(page.Scripts, script => script.Text.Contains("alert", StringComparison.Ordinal));
        }

        await desk.SaveAsync(Profile, HttpStatusCode.UnprocessableEntity, ("text", new string('x', 200_000)), ("do", "publish"));
        foreach (var page in (string[])["//jahat.example", "https://jahat.example", "javascript:x", "profil"])
            Assert.NotNull((await desk.SaveAsync(Profile, HttpStatusCode.UnprocessableEntity, ("page", page), ("do", "preview"))).GetElementById("f-page-error"));
    }

    [Fact]
    public async Task Hostile_template_harms_only_the_pages_that_show_it_and_the_console_mends_it()
    {
        using var desk = await ProfileDesk.OpenAsync(host, "35.10.24.2006");
        const string hostile = "{{ while true; end }}";
        var preview = await PreviewAsync(desk, $"{Templates}/host/layout", hostile, "/profil");
        var failed = await desk.Staff.OpenAsync(preview, HttpStatusCode.InternalServerError);
        Assert.Contains("10000", failed.DocumentElement.TextContent, StringComparison.Ordinal);
        await desk.SeenByVisitorsAsync("/profil");

        foreach (var name in (string[])["layout", "emblem"]) await desk.SaveAsync($"{Templates}/host/{name}", HttpStatusCode.SeeOther, ("text", hostile), ("do", "publish"));
        await desk.SeenByVisitorsAsync("/profil", HttpStatusCode.InternalServerError);
        await desk.OpenAsync("/kelola");
        foreach (var name in (string[])["layout", "emblem"])
            await desk.SendAsync(FormTo(await desk.OpenAsync($"{Templates}/host/{name}"), "/asli"), $"/{desk.Slug}{Templates}/host/{name}/asli", HttpStatusCode.SeeOther);
        await desk.SeenByVisitorsAsync("/profil");
    }

    [Fact]
    public async Task History_tells_who_when_and_what_and_brings_an_earlier_one_back()
    {
        using var desk = await ProfileDesk.OpenAsync(host, "35.10.24.2007");
        foreach (var text in (string[])["<h1>Satu</h1>\n<p>tetap</p>", "<h1>Dua <i>x</i></h1>\n<p>tetap</p>"]) await desk.SaveAsync(Profile, HttpStatusCode.SeeOther, ("text", text), ("do", "publish"));

        var history = await desk.OpenAsync($"{Profile}/riwayat");
        var latest = history.QuerySelector("ol.list > li")!;
        Assert.Contains("Dewi Lestari", latest.TextContent, StringComparison.Ordinal);
        Assert.Equal(("- <h1>Satu</h1>", "+ <h1>Dua <i>x</i></h1>"), (latest.QuerySelector("del")!.TextContent, latest.QuerySelector("ins")!.TextContent));
        var restore = (IHtmlFormElement)history.QuerySelectorAll("main form").Single();
        await desk.SendAsync(restore, restore.GetAttribute("action")!, HttpStatusCode.SeeOther);
        Assert.Contains("<h1>Satu</h1>", await desk.SeenByVisitorsAsync("/profil"), StringComparison.Ordinal);
        await desk.SendAsync(restore, restore.GetAttribute("action")!.Replace(desk.Slug, "gumuk", StringComparison.Ordinal), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Who_publishes_too_late_sees_both_and_loses_nothing()
    {
        using var first = await ProfileDesk.OpenAsync(host, "35.10.20.2001");
        using var second = await ProfileDesk.OpenAsync(host, "35.10.20.2001");
        var seen = await second.OpenAsync(Profile);
        await first.SaveAsync(Profile, HttpStatusCode.SeeOther, ("text", "<h1>Pertama</h1>"), ("do", "publish"));

        var stale = await second.SendAsync(seen, HttpStatusCode.UnprocessableEntity, ("text", "<h1>Kedua</h1>"), ("do", "publish"));
        Assert.Equal("<h1>Kedua</h1>", stale.GetElementById("f-text")!.TextContent.Trim());
        Assert.Equal("<h1>Pertama</h1>", stale.GetElementById("terbit")!.TextContent.Trim());
        await second.SendAsync(stale, HttpStatusCode.SeeOther, ("do", "publish"));
        Assert.Contains("Kedua", await first.SeenByVisitorsAsync("/profil"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Templates_of_consoles_accounts_portal_and_of_modules_that_are_off_are_none_of_a_village()
    {
        using var desk = await ProfileDesk.OpenAsync(host, "35.10.20.2002");
        var names = (await desk.OpenAsync(Templates)).QuerySelectorAll(".template-list a").Select(link => link.TextContent).ToArray();
        Assert.Contains("village-home", names);
        foreach (var name in (string[])["host/console", "host/portal-home", "host/sign-in", "host/nothing", "news/news-list", "host/..%2Fappsettings", "nothing/x"])
            await desk.OpenAsync($"{Templates}/{name}", HttpStatusCode.NotFound);
    }

    static async Task<string> PreviewAsync(ProfileDesk desk, string template, string text, string page)
    {
        var form = FormTo(await desk.OpenAsync(template), template);
        using var content = new MultipartFormDataContent();
        var token = form.QuerySelector("input[type=hidden]")!;
        (string Name, string Value)[] fields = [(token.GetAttribute("name")!, token.GetAttribute("value")!), ("version", "0"), ("text", text), ("page", page), ("do", "preview")];
        foreach (var (name, value) in fields) content.Add(new StringContent(value), name);
        using var answer = await desk.Staff.Client.PostAsync(new Uri($"/{desk.Slug}{template}", UriKind.Relative), content, Stop);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    static IHtmlFormElement FormTo(IDocument page, string end) => (IHtmlFormElement)page.QuerySelector($"main form[action$='{end}']")!;
}
