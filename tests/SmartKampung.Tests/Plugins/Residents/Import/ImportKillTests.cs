using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using static SmartKampung.Tests.Plugins.Residents.Import.OpenSidSheet;

namespace SmartKampung.Tests.Plugins.Residents.Import;

/// <summary>An import over a kill of the host: everybody once, and nobody left out.</summary>
public sealed class ImportKillTests : IDisposable
{
    const int People = 4_000;

    /// <summary>Keeps the cookies of the operator over the kill.</summary>
    readonly HttpClientHandler cookies = new();

    static CancellationToken Stop => RegisterDesk.Stop;

    public void Dispose() => cookies.Dispose();

    [Fact]
    public async Task Import_that_a_kill_stopped_goes_on_with_the_next_start_and_takes_nobody_double()
    {
        using var data = new TemporaryFolder();
        var sheet = Csv(Enumerable.Range(1, People).Select(number => Person(number, ("nik", $"9910241708{number % 90 + 10:00}{number:0000}"))));
        Uri path;
        await using (var host = await HostProcess.StartAsync(data.FullName, plugins: Repository.Plugins, options: "--demo"))
        {
            using var administrator = await host.AdministratorAsync();
            using var on = await administrator.PutAsync(new Uri($"/api/villages/{TestHost.DemoCode}/modules/residents", UriKind.Relative), null, Stop);
            Assert.Equal(HttpStatusCode.OK, on.StatusCode);
            using var browser = await BrowserAsync(host);
            path = await BeginAsync(browser, sheet);
            await UntilAsync(browser, path, page => page.Contains("Dimasukkan: bagian 2", StringComparison.Ordinal) || page.Contains("Dimasukkan: bagian 3", StringComparison.Ordinal));
            await host.KillAsync();
        }

        await using var next = await HostProcess.StartAsync(data.FullName, plugins: Repository.Plugins, options: "--demo");
        using var again = await BrowserAsync(next);
        var done = await UntilAsync(again, path, page => page.Contains("Selesai:", StringComparison.Ordinal));
        Assert.Contains("Selesai: 4.000 penduduk baru, 0 data berubah, 0 tidak berubah, 0 baris dilewati", done, StringComparison.Ordinal);
        var second = await UploadAsync(again, sheet);
        Assert.Contains("<dd>0</dd></div><div><dt>Data berubah</dt><dd>0</dd></div><div><dt>Tidak berubah</dt><dd>4.000</dd>", await UntilAsync(again, second, page => !page.Contains("data-refresh=\"1\"", StringComparison.Ordinal)), StringComparison.Ordinal);
        var statistics = await ReadAsync(again, $"{RegisterDesk.Console}/statistik?dusun=Krajan");
        Assert.Contains(statistics.QuerySelectorAll("table[data-table=occupation] tbody tr"), row => row.TextContent.Contains("Petani/Pekebun", StringComparison.Ordinal));
    }

    async Task<HttpClient> BrowserAsync(HostProcess host) => new(cookies, disposeHandler: false) { BaseAddress = await host.AddressAsync() };

    static async Task<Uri> BeginAsync(HttpClient browser, byte[] sheet)
    {
        const string console = $"/{TestHost.DemoSlug}/kelola";
        using var entered = await SubmitAsync(browser, "/masuk", "/masuk", new() { ["login"] = "desa@demo.example", ["password"] = "coba desa licin" });
        using var proved = await SubmitAsync(browser, $"/akun/langkah-kedua?kembali={console}", $"/akun/langkah-kedua/demo?kembali={Uri.EscapeDataString(console)}", []);
        var path = await UploadAsync(browser, sheet);
        await UntilAsync(browser, path, page => page.Contains("Masukkan ke buku induk", StringComparison.Ordinal));
        using var begun = await SubmitAsync(browser, path.OriginalString, path.OriginalString, []);
        return path;
    }

    static async Task<string> UntilAsync(HttpClient browser, Uri path, Func<string, bool> isThere)
    {
        var page = "";
        await Until.IsSoAsync(async () => isThere(page = await browser.GetStringAsync(path, Stop)) || page.Contains("Selesai:", StringComparison.Ordinal));
        return page;
    }

    static async Task<HttpResponseMessage> SubmitAsync(HttpClient browser, string page, string action, Dictionary<string, string> fields)
    {
        fields["_form"] = await TokenAsync(browser, page);
        using var form = new FormUrlEncodedContent(fields);
        return await ExpectAsync(browser.PostAsync(new Uri(action, UriKind.Relative), form, Stop));
    }

    static async Task<Uri> UploadAsync(HttpClient browser, byte[] sheet)
    {
        using var file = new ByteArrayContent(sheet) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        using var form = new MultipartFormDataContent { { new StringContent(await TokenAsync(browser, ImportDesk.Page)), "_form" }, { file, "file", "penduduk.csv" } };
        using var brought = await ExpectAsync(browser.PostAsync(new Uri(ImportDesk.Page, UriKind.Relative), form, Stop));
        return new(brought.RequestMessage!.RequestUri!.AbsolutePath, UriKind.Relative);
    }

    static async Task<HttpResponseMessage> ExpectAsync(Task<HttpResponseMessage> sent)
    {
        var answer = await sent;
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.RequestMessage?.RequestUri}: {answer.StatusCode}");
        return answer;
    }

    static async Task<string> TokenAsync(HttpClient browser, string page) => (await ReadAsync(browser, page)).QuerySelector("input[name=_form]")!.GetAttribute("value")!;

    static async Task<IHtmlDocument> ReadAsync(HttpClient browser, string page) => await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync(new Uri(page, UriKind.Relative), Stop), Stop);
}
