using System.Net;
using AngleSharp.Dom;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Plugins.News.Console;

namespace SmartKampung.Tests.Plugins.News;

public sealed class CommentTests(NewsDesk desk) : IClassFixture<NewsDesk>, IAsyncLifetime
{
    const string Moderation = $"{NewsDesk.List}/komentar";

    StaffBrowser siti = null!;
    StaffBrowser eko = null!;

    public async ValueTask InitializeAsync()
    {
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
    public async Task Comments_are_off_until_village_and_article_both_allow_them()
    {
        await SetAsync(comments: false);
        var page = await PublishAsync("Belum boleh", allows: true);
        await siti.OpenAsync($"{page}/komentar", HttpStatusCode.NotFound);
        await SetAsync(comments: true);
        await siti.OpenAsync($"{page}/komentar");
        await siti.OpenAsync($"{await PublishAsync("Tetap tertutup", allows: false)}/komentar", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Comment_shows_once_it_is_approved_and_the_kept_page_follows()
    {
        await SetAsync(comments: true);
        var page = await PublishAsync("Boleh bicara", allows: true);
        Assert.DoesNotContain("Siti Aminah", await desk.Host.PageAsync(page), StringComparison.Ordinal);

        await SayAsync(siti, page, "Bagus <script>alert(1)</script>\n\nSekali");
        Assert.DoesNotContain("Siti Aminah", await desk.Host.PageAsync(page), StringComparison.Ordinal);
        Assert.Contains("Siti Aminah", (await siti.OpenAsync($"{page}/komentar")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Siti Aminah", (await eko.OpenAsync($"{page}/komentar")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await DecideAsync("Bagus", "setujui");

        Assert.Contains("Bagus &lt;script&gt;alert(1)&lt;/script&gt;", await desk.Host.PageAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reported_comment_waits_for_staff_and_its_writer_alone_removes_it()
    {
        await SetAsync(comments: true);
        var page = await PublishAsync("Dilaporkan", allows: true);
        await SayAsync(siti, page, "Jelek sekali");
        await DecideAsync("Jelek", "setujui");
        var id = IdOf(await eko.OpenAsync($"{page}/komentar"));

        await eko.SubmitAsync($"{page}/komentar", $"{NewsDesk.Village}/berita/komentar/{id}/hapus", HttpStatusCode.NotFound);
        await eko.SubmitAsync($"{page}/komentar", $"{NewsDesk.Village}/berita/komentar/{id}/lapor", HttpStatusCode.SeeOther);
        Assert.Contains("1 laporan", (await desk.Dewi.OpenAsync(Moderation)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await siti.SubmitAsync($"{page}/komentar", $"{NewsDesk.Village}/berita/komentar/{id}/hapus", HttpStatusCode.SeeOther);

        Assert.DoesNotContain("Jelek sekali", await desk.Host.PageAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_long_and_too_many_are_refused_and_who_is_known_is_trusted_where_the_village_says_so()
    {
        await SetAsync(comments: true, trust: true);
        var page = await PublishAsync("Ramai", allows: true);
        await SayAsync(siti, page, new string('a', 1001), HttpStatusCode.UnprocessableEntity);
        await SayAsync(siti, page, "Pertama");
        await DecideAsync("Pertama", "setujui");
        for (var turn = 2; turn <= 5; turn++) await SayAsync(siti, page, $"Nomor {turn}");
        Assert.Contains("Nomor 5", await desk.Host.PageAsync(page), StringComparison.Ordinal);

        await SayAsync(siti, page, "Nomor 6", HttpStatusCode.UnprocessableEntity);
        await SayAsync(eko, page, "Belum dikenal");

        Assert.DoesNotContain("Belum dikenal", await desk.Host.PageAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comments_go_with_the_account_of_their_writer_and_others_stay()
    {
        await SetAsync(comments: true);
        var page = await PublishAsync("Perpisahan", allows: true);
        await SayAsync(siti, page, "Kata terakhir");
        await DecideAsync("Kata terakhir", "setujui");
        await SayAsync(eko, page, "Saya tinggal");
        await DecideAsync("Saya tinggal", "setujui");

        await siti.SubmitAsync("/akun/tutup", "/akun/tutup", HttpStatusCode.SeeOther);

        var left = await desk.Host.PageAsync(page);
        Assert.DoesNotContain("Kata terakhir", left, StringComparison.Ordinal);
        Assert.DoesNotContain("Siti Aminah", left, StringComparison.Ordinal);
        Assert.Contains("Saya tinggal", left, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Granted_erasure_takes_comments_and_the_name_in_the_history()
    {
        await SetAsync(comments: true);
        var page = await PublishAsync("Dihapuskan", allows: true);
        await SayAsync(eko, page, "Hapus saya");
        using var writer = await StaffBrowser.SignInAsync(desk.Host, Roles.Secretary, name: "Sri Pamit");
        var written = await NewsDesk.WriteAsync(writer, "Ditinggalkan");
        using var administrator = await StaffBrowser.SignInAsync(desk.Host, Roles.Administrator);

        foreach (var person in new[] { eko, writer }) await EraseAsync(person, administrator);

        Assert.DoesNotContain("Hapus saya", (await desk.Dewi.OpenAsync($"{Moderation}?semua=1")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Sri Pamit", (await desk.Dewi.OpenAsync($"{written}/riwayat")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_reported_a_comment_is_remembered_until_staff_decided_or_the_person_is_erased()
    {
        await SetAsync(comments: true);
        var page = await PublishAsync("Ditegur warga", allows: true);
        await SayAsync(siti, page, "Kurang sopan");
        await DecideAsync("Kurang sopan", "setujui");
        var report = $"{NewsDesk.Village}/berita/komentar/{IdOf(await eko.OpenAsync($"{page}/komentar"))}/lapor";
        foreach (var _ in new[] { 1, 2 }) await eko.SubmitAsync($"{page}/komentar", report, HttpStatusCode.SeeOther);
        Assert.Contains("1 laporan", (await desk.Dewi.OpenAsync(Moderation)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.True(await IsKeptOfAsync(eko));

        await DecideAsync("Kurang sopan", "setujui");
        Assert.False(await IsKeptOfAsync(eko));
        await eko.SubmitAsync($"{page}/komentar", report, HttpStatusCode.SeeOther);
        using var administrator = await StaffBrowser.SignInAsync(desk.Host, Roles.Administrator);
        await EraseAsync(eko, administrator);

        Assert.False(await IsKeptOfAsync(eko));
        Assert.Contains("1 laporan", (await desk.Dewi.OpenAsync(Moderation)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    static async Task<bool> IsKeptOfAsync(StaffBrowser person) =>
        (await person.Client.GetStringAsync(new Uri("/akun/data", UriKind.Relative), TestContext.Current.CancellationToken)).Contains("CommentReport", StringComparison.Ordinal);

    static async Task EraseAsync(StaffBrowser person, StaffBrowser administrator)
    {
        const string requests = $"{NewsDesk.Village}/kelola/data-pribadi";
        await person.SubmitAsync("/akun/data-pribadi", "/akun/data-pribadi", HttpStatusCode.SeeOther, ("kind", "erasure"), ("reason", "Saya pindah."));
        var request = (await administrator.OpenAsync(requests)).QuerySelectorAll($"main a[href^='{requests}/']").First(link => link.TextContent.Contains(person.Account.Name, StringComparison.Ordinal)).GetAttribute("href")!;
        await administrator.SubmitAsync(request, request, HttpStatusCode.SeeOther, ("decision", "grant"), ("answer", "Sudah."));
    }

    async Task SetAsync(bool comments, bool trust = false)
    {
        using var answer = await desk.Host.Administrator.SendAsync(HttpMethod.Put, $"/api/villages/{TestHost.DemoCode}/settings/news", new { comments, trustKnownCommenters = trust });
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
    }

    async Task<string> PublishAsync(string title, bool allows)
    {
        await NewsDesk.WriteAsync(desk.Dewi, title, "publish", ("allows_comments", allows ? "true" : ""));
        return $"{NewsDesk.Village}/berita/{title.ToLowerInvariant().Replace(' ', '-')}";
    }

    static Task<IDocument> SayAsync(StaffBrowser resident, string page, string text, HttpStatusCode expected = HttpStatusCode.SeeOther) =>
        resident.SubmitAsync($"{page}/komentar", $"{page}/komentar", expected, ("text", text), ("consent", "true"));

    async Task DecideAsync(string words, string decision)
    {
        var row = (await desk.Dewi.OpenAsync(Moderation)).QuerySelectorAll("main .list > li").First(row => row.TextContent.Contains(words, StringComparison.Ordinal));
        var form = row.QuerySelector($"form[action$='{decision}']")!;
        await desk.Dewi.SubmitAsync(Moderation, form.GetAttribute("action")!, HttpStatusCode.SeeOther, ("version", form.QuerySelector("[name=version]")!.GetAttribute("value")!));
    }

    static string IdOf(IDocument page) => page.QuerySelector("main form[action$=lapor]")!.GetAttribute("action")!.Split('/')[^2];
}
