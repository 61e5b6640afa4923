using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SmartKampung.Tests.Plugins.News.Console;

namespace SmartKampung.Tests.Plugins.News.Import;

/// <summary>An import over a kill of the host: each article once, and none left out.</summary>
public sealed class ImportKillTests : IDisposable
{
    const int Articles = 40;

    static readonly string[] Options = ["--demo", "--Downloads:AllowPrivate=true"];

    /// <summary>Keeps the cookies of the village's administrator over the kill.</summary>
    readonly HttpClientHandler cookies = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => cookies.Dispose();

    [Fact]
    public async Task Import_that_a_kill_stopped_goes_on_with_the_next_start_and_takes_nothing_double()
    {
        using var data = new TemporaryFolder();
        using var site = OldSite.Start();
        var release = new TaskCompletionSource();
        site.Before = release.Task;
        Uri path;
        await using (var host = await HostProcess.StartAsync(data.FullName, options: Options))
        {
            using var browser = await BrowserAsync(host);
            path = await BeginAsync(browser, site.Address);
            await site.Asked.Task.WaitAsync(Stop);
            await host.KillAsync();
        }

        release.SetResult();
        await using var next = await HostProcess.StartAsync(data.FullName, options: Options);
        using var again = await BrowserAsync(next);
        var page = "";
        await Until.IsSoAsync(async () => !(page = await again.GetStringAsync(path, Stop)).Contains("data-refresh=\"1\"", StringComparison.Ordinal));

        Assert.Contains($"{Articles} tulisan masuk, 0 sudah ada", page, StringComparison.Ordinal);
        var titles = new List<string>();
        for (var list = 1; list <= Articles / 10; list++) titles.AddRange(await TitlesAsync(again, $"{NewsDesk.Village}/berita/arsip/2021-05?halaman={list}"));
        Assert.Equal(Enumerable.Range(1, Articles).Select(number => $"Berurut {number}").Order(), titles.Order());
    }

    async Task<HttpClient> BrowserAsync(HostProcess host) => new(cookies, disposeHandler: false) { BaseAddress = await host.AddressAsync() };

    /// <summary>Signs in, and begins an import that waits for a picture of its twentieth article.</summary>
    static async Task<Uri> BeginAsync(HttpClient browser, string site)
    {
        const string console = $"{NewsDesk.Village}/kelola";
        using var entered = await SubmitAsync(browser, "/masuk", "/masuk", new() { ["login"] = "desa@demo.example", ["password"] = "coba desa licin" });
        var skip = $"/akun/langkah-kedua/demo?kembali={Uri.EscapeDataString(console)}";
        using var proved = await SubmitAsync(browser, $"/akun/langkah-kedua?kembali={console}", skip, []);
        var export = Wxr.Of(site, Enumerable.Range(1, Articles).Select(number => Wxr.Post(site, number, $"Berurut {number}", number == 20 ? $"<img src=\"{site}/wp-content/uploads/a.jpg\">" : "Isi")));
        using var brought = await UploadAsync(browser, export);
        var path = brought.RequestMessage!.RequestUri!.AbsolutePath;
        using var begun = await SubmitAsync(browser, path, path, new() { ["from_site"] = "true" });
        return new(path, UriKind.Relative);
    }

    static async Task<HttpResponseMessage> SubmitAsync(HttpClient browser, string page, string action, Dictionary<string, string> fields)
    {
        fields["_form"] = await TokenAsync(browser, page);
        using var form = new FormUrlEncodedContent(fields);
        return await ExpectAsync(browser.PostAsync(new Uri(action, UriKind.Relative), form, Stop));
    }

    static async Task<HttpResponseMessage> UploadAsync(HttpClient browser, byte[] export)
    {
        using var file = new ByteArrayContent(export) { Headers = { ContentType = new MediaTypeHeaderValue("text/xml") } };
        using var form = new MultipartFormDataContent { { new StringContent(await TokenAsync(browser, ImportDesk.Page)), "_form" }, { file, "file", "desa.xml" } };
        return await ExpectAsync(browser.PostAsync(new Uri(ImportDesk.Page, UriKind.Relative), form, Stop));
    }

    static async Task<HttpResponseMessage> ExpectAsync(Task<HttpResponseMessage> sent)
    {
        var answer = await sent;
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.RequestMessage?.RequestUri}: {answer.StatusCode}");
        return answer;
    }

    static async Task<string> TokenAsync(HttpClient browser, string page) => (await ReadAsync(browser, page)).QuerySelector("input[name=_form]")!.GetAttribute("value")!;

    static async Task<IEnumerable<string>> TitlesAsync(HttpClient browser, string page) =>
        (await ReadAsync(browser, page)).QuerySelectorAll("main a").Select(link => link.TextContent.Trim()).Where(text => text.StartsWith("Berurut ", StringComparison.Ordinal));

    static async Task<IHtmlDocument> ReadAsync(HttpClient browser, string page) => await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync(new Uri(page, UriKind.Relative), Stop), Stop);
}
