using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SmartKampung.Tests.Plugins.News;

namespace SmartKampung.Tests.Host.Storage;

public sealed class RefusedWriteTests
{
    const string Village = "/api/villages/35.10.24.2007";
    const int PerPageAtFirst = 10;
    const string Neighbour = "/api/villages/35.10.24.2006";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ENOSPC", HttpStatusCode.InsufficientStorage, "The disk is full, nothing was saved")]
    [InlineData("EROFS", HttpStatusCode.ServiceUnavailable, "The disk can only be read, nothing was saved")]
    public async Task What_the_disk_refuses_in_mid_write_is_told_and_all_else_stays_whole(string error, HttpStatusCode status, string title)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/strace"), "strace is not installed; build/install.sh browser installs it.");
        using var data = new TemporaryFolder();
        var written = new List<string>();
        var file = await PrepareAsync(data.FullName, written);
        await using (var host = await RefusingDisk.StartAsync(error, data.FullName, data.Combine("villages", file + ".db"), data.Combine("villages", file + "-log.db")))
        {
            using var client = await host.AdministratorAsync();
            using var refusal = await WriteUntilRefusedAsync(client, written);
            var problem = await refusal.JsonAsync(status);
            Assert.Equal(title, problem.Text("title"));
            await ExpectServingAsync(client, written);

            await RefusingDisk.RelentAsync(host);
            for (var article = 0; article < 20; article++) Assert.Equal(HttpStatusCode.Created, (await WriteAsync(client, written)).StatusCode);
            Assert.Equal(0, await host.StopAsync());
        }

        await using var next = await HostProcess.StartAsync(data.FullName);
        using var last = await next.AdministratorAsync();
        Assert.Equal(written.Order(), await TitlesAsync(last));
        await Damage.ExpectNoneAsync(next, data.FullName);
    }

    [Fact]
    public async Task What_the_disk_refuses_of_the_installation_is_told_and_what_was_acknowledged_holds()
    {
        using var data = new TemporaryFolder();
        await PrepareAsync(data.FullName, []);
        var kept = PerPageAtFirst;
        await using (var host = await RefusingDisk.StartAsync("ENOSPC", data.FullName, data.Combine("installation.db"), data.Combine("installation-log.db")))
        {
            using var client = await host.AdministratorAsync();
            using var refusal = await SetUntilRefusedAsync(client, perPage => kept = perPage);
            Assert.Equal("The disk is full, nothing was saved", (await refusal.JsonAsync(HttpStatusCode.InsufficientStorage)).Text("title"));
            Assert.Equal(kept, await PerPageAsync(client));
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/kluncing/berita", Stop)).StatusCode);

            await RefusingDisk.RelentAsync(host);
            Assert.Equal(HttpStatusCode.OK, (await SetAsync(client, kept = 49)).StatusCode);
            Assert.Equal(0, await host.StopAsync());
        }

        await using var next = await HostProcess.StartAsync(data.FullName);
        using var last = await next.AdministratorAsync();
        Assert.Equal(kept, await PerPageAsync(last));
        await Damage.ExpectNoneAsync(next, data.FullName);
    }

    static async Task<HttpResponseMessage> SetUntilRefusedAsync(HttpClient client, Action<int> acknowledged)
    {
        for (var perPage = 5; ; perPage = perPage == 40 ? 5 : perPage + 1)
        {
            var answer = await SetAsync(client, perPage);
            if (!answer.IsSuccessStatusCode) return answer;
            acknowledged(perPage);
        }
    }

    static async Task<HttpResponseMessage> SetAsync(HttpClient client, int articlesPerPage)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{Village}/settings/news") { Content = JsonContent.Create(new { articlesPerPage }), Headers = { { "Accept-Language", "en" } } };
        return await client.SendAsync(request, Stop);
    }

    static async Task<int> PerPageAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>($"{Village}/settings/news", Stop)).GetProperty("settings").GetProperty("articlesPerPage").GetProperty("value").GetInt32();

    /// <summary>Switches news on in both villages and tells what the file of the first is called.</summary>
    static async Task<Guid> PrepareAsync(string data, List<string> written)
    {
        await UsedFolder.OfNews.CopyToAsync(data);
        await using var host = await HostProcess.StartAsync(data);
        using var client = await host.AdministratorAsync();
        foreach (var village in (string[])[Village, Neighbour]) (await client.PutAsync($"{village}/modules/news", null, Stop)).EnsureSuccessStatusCode();
        await WriteAsync(client, written);
        return (await client.GetFromJsonAsync<JsonElement>(Village, Stop)).GetProperty("id").GetGuid();
    }

    static async Task<HttpResponseMessage> WriteUntilRefusedAsync(HttpClient client, List<string> written)
    {
        HttpResponseMessage answer;
        do answer = await WriteAsync(client, written);
        while (answer.StatusCode == HttpStatusCode.Created);
        return answer;
    }

    /// <summary>Reads go on, there and elsewhere; elsewhere writes do too, and nothing is there of what was refused.</summary>
    static async Task ExpectServingAsync(HttpClient client, List<string> written)
    {
        for (var attempt = 0; attempt < 3; attempt++) Assert.False((await WriteAsync(client, written)).IsSuccessStatusCode);
        Assert.Equal(written.Order(), await TitlesAsync(client));
        foreach (var page in (string[])["", "/berita"]) Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/kluncing{page}", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await WriteAsync(client, [], Neighbour)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready", Stop)).StatusCode);
    }

    static async Task<HttpResponseMessage> WriteAsync(HttpClient client, List<string> written, string village = Village)
    {
        var title = $"Kabar {Guid.NewGuid()}";
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{village}/news/articles")
        {
            Content = JsonContent.Create(new { title, body = "<p>Isi.</p>", state = "published" }),
            Headers = { { "Accept-Language", "en" } },
        };
        var answer = await client.SendAsync(request, Stop);
        if (answer.IsSuccessStatusCode) written.Add(title);
        return answer;
    }

    static async Task<IEnumerable<string>> TitlesAsync(HttpClient client)
    {
        var titles = new List<string>();
        for (var (page, pages) = (1, 1); page <= pages; page++)
        {
            var list = await client.GetFromJsonAsync<JsonElement>($"{Village}/news/articles?page={page}", Stop);
            pages = list.GetProperty("pages").GetInt32();
            titles.AddRange(list.GetProperty("items").EnumerateArray().Select(article => article.Text("title")));
        }

        return titles.Order();
    }
}
