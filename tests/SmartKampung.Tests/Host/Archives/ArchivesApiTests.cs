using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace SmartKampung.Tests.Host.Archives;

public sealed class ArchivesApiTests(TestHost host) : IClassFixture<TestHost>
{
    const string Demo = $"/api/villages/{TestHost.DemoCode}";
    const string Filled = "/api/villages/35.10.01.2002";
    const string Other = "/api/villages/35.10.01.2001";
    const string Articles = "documents/news/Article.jsonl";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_village_that_gets_the_archive_has_the_same_articles_and_pictures()
    {
        (await host.Administrator.PutAsync($"{Filled}/modules/news", null, Stop)).EnsureSuccessStatusCode();
        var archive = await ExportAsync(Demo);

        var trial = await ImportAsync(archive, "?dryRun=true", Filled);
        Assert.Equal(HttpStatusCode.OK, trial.StatusCode);
        Assert.Equal(0, await TotalAsync(Filled));

        var done = await ImportAsync(archive, to: Filled);
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.True((await done.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("files").GetInt32() > 0);
        Assert.Equal(await TotalAsync(Demo), await TotalAsync(Filled));
        Assert.Equal(Documents(archive), Documents(await ExportAsync(Filled)));
    }

    [Fact]
    public async Task A_village_that_has_such_documents_keeps_them()
    {
        var refusal = await ImportAsync(await ExportAsync(Demo), to: Demo);

        Assert.Equal(HttpStatusCode.Conflict, refusal.StatusCode);
        Assert.Contains("news/Article", await refusal.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not a document")]
    [InlineData("""{"Id":"0199a5b4-0000-7000-8000-000000000001"}""")]
    [InlineData("TWICE")]
    [InlineData("UNHEARD OF")]
    public async Task A_row_that_does_not_fit_is_told_and_nothing_is_imported(string row)
    {
        var archive = Changed(await ExportAsync(Demo), lines => lines[1] = row switch
        {
            "TWICE" => lines[0],
            "UNHEARD OF" => """{"Unheard":1,""" + lines[1][1..],
            _ => row,
        });

        var refusal = await ImportAsync(archive);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refusal.StatusCode);
        var error = (await refusal.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("errors").EnumerateArray().First();
        Assert.Equal((Articles, 2), (error.GetProperty("file").GetString(), error.GetProperty("row").GetInt32()));
        Assert.Equal(0, await TotalAsync(Other));
    }

    [Fact]
    public async Task A_line_that_was_lost_is_missed()
    {
        var refusal = await ImportAsync(Changed(await ExportAsync(Demo), lines => lines.RemoveAt(0)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refusal.StatusCode);
        Assert.Contains("another number of documents", await refusal.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_changed_is_told()
    {
        using var stream = Copy(await ExportAsync(Demo));
        string name;
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            name = zip.Entries.First(entry => entry.FullName.StartsWith("files/", StringComparison.Ordinal)).FullName;
            zip.GetEntry(name)!.Delete();
            using var entry = zip.CreateEntry(name).Open();
            entry.WriteByte(1);
        }

        var refusal = await ImportAsync(stream.ToArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refusal.StatusCode);
        Assert.Contains(name, await refusal.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_of_a_module_that_does_not_run_are_exported_and_refused_unless_left_out()
    {
        using var data = new TemporaryFolder();
        await using (await HostProcess.StartAsync(data.FullName)) { }
        await using var bare = await HostProcess.StartAsync(data.FullName, plugins: data.Combine("keys"));
        using var administrator = await bare.AdministratorAsync();
        var archive = await administrator.GetByteArrayAsync(new Uri($"{Demo}/documents", UriKind.Relative), Stop);
        Assert.NotEmpty(Lines(archive, Articles));

        using var refused = await ImportAsync(archive, client: administrator);
        Assert.Contains("Module news does not run here", await refused.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var skipped = await ImportAsync(archive, "?skip=news", client: administrator);
        Assert.Equal(0, (await skipped.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("documents").GetInt32());
    }

    [Fact]
    public async Task What_is_no_archive_is_told_and_strangers_get_none()
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ImportAsync([1, 2, 3])).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Anonymous.GetAsync($"{Demo}/documents", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Administrator.GetAsync("/api/villages/99.99.99.9999/documents", Stop)).StatusCode);
    }

    Task<byte[]> ExportAsync(string village) => host.Administrator.GetByteArrayAsync($"{village}/documents", Stop);

    async Task<HttpResponseMessage> ImportAsync(byte[] archive, string query = "", string to = Other, HttpClient? client = null)
    {
        using var content = new ByteArrayContent(archive) { Headers = { ContentType = new("application/zip") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{to}/documents{query}") { Content = content };
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));
        return await (client ?? host.Administrator).SendAsync(request, Stop);
    }

    async Task<int> TotalAsync(string village)
    {
        using var answer = await host.Anonymous.GetAsync($"{village}/news/articles", Stop);
        return answer.StatusCode == HttpStatusCode.NotFound ? 0 : (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("total").GetInt32();
    }

    static byte[] Changed(byte[] archive, Action<List<string>> change)
    {
        var lines = Lines(archive, Articles);
        change(lines);
        using var stream = Copy(archive);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(Articles)!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(Articles).Open());
            foreach (var line in lines) writer.Write(line + "\n");
        }

        return stream.ToArray();
    }

    static MemoryStream Copy(byte[] archive)
    {
        var stream = new MemoryStream();
        stream.Write(archive);
        return stream;
    }

    static Dictionary<string, List<string>> Documents(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        return zip.Entries.Where(entry => entry.FullName != "manifest.json").ToDictionary(
            entry => entry.FullName,
            entry => entry.FullName.StartsWith("files/", StringComparison.Ordinal) ? [] : Lines(archive, entry.FullName));
    }

    static List<string> Lines(byte[] archive, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
