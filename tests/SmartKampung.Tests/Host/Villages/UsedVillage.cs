using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Parser;
using SmartKampung.Tests.Plugins.News;

namespace SmartKampung.Tests.Host.Villages;

/// <summary>A village that uses what its modules register, and what it must show afterwards: all of its own and nothing of another.</summary>
/// <param name="host">A host with news, ledger and desk.</param>
/// <param name="code">The village's code.</param>
/// <param name="slug">Its address.</param>
/// <param name="mark">A word that it writes everywhere and that nobody else writes.</param>
/// <param name="first">Where its amounts begin; others keep away from them.</param>
sealed class UsedVillage(TestHost host, string code, string slug, string mark, int first)
{
    const int Latest = 20;

    readonly List<int> amounts = [];
    readonly List<Guid> letters = [];
    readonly List<string> files = [];
    int? perPage;

    static readonly string[] Pages =
    [
        "", "/berita", "/pengumuman", "/agenda", "/agenda.ics", "/rss.xml", "/atom.xml", "/sitemap.xml", "/peta-situs", "/en/berita",
    ];

    static readonly string[] Lists = ["news/articles", "news/announcements", "news/agenda", "ledger/longest", "events", "jobs", "notifications", "indicators"];

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    string Api => $"/api/villages/{code}";

    string Title => $"{mark} {Guid.NewGuid()}";

    public async Task SwitchOnAsync()
    {
        foreach (var module in (string[])["news", "ledger", "desk"]) (await host.Administrator.PutAsync($"{Api}/modules/{module}", null, Stop)).EnsureSuccessStatusCode();
    }

    public Task UseAsync(Random random) => random.Next(7) switch
    {
        0 => PostAsync("news/articles", new { title = Title, body = $"<p>{mark}</p>", category = mark, state = random.Next(3) == 0 ? "draft" : "published" }),
        1 => PostAsync("news/announcements", new { title = Title, until = host.Clock.GetUtcNow().AddDays(9) }),
        2 => PostAsync("news/agenda", new { title = Title, starts = host.Clock.GetUtcNow().AddDays(1), ends = host.Clock.GetUtcNow().AddDays(2) }),
        3 => BookAsync(),
        4 => WriteLetterAsync(),
        5 => SetAsync(random.Next(5, 20)),
        _ => UploadAsync(random.Next(100)),
    };

    /// <summary>Its own is there, whole.</summary>
    public async Task ExpectOwnAsync()
    {
        foreach (var list in (string[])["ledger/bookings", "desk/papers", "desk/receipts"])
            Assert.Equal(amounts.Order(), (await host.Administrator.GetFromJsonAsync<List<int>>($"{Api}/{list}", Stop))!);
        var settings = await host.Administrator.GetFromJsonAsync<JsonElement>($"{Api}/settings/news", Stop);
        Assert.Equal(perPage ?? 10, settings.GetProperty("settings").GetProperty("articlesPerPage").GetProperty("value").GetInt32());
        Assert.Contains($"\"bookings\":{amounts.Count}", await ReadAsync($"{Api}/ledger/longest"), StringComparison.Ordinal);
        Assert.Contains($"\"name\":\"bookings\",\"text\":\"Catatan\",\"value\":{amounts.Count},", await ReadAsync($"{Api}/indicators"), StringComparison.Ordinal);
        Assert.All((await host.Administrator.GetFromJsonAsync<List<int>>($"{Api}/ledger/closed", Stop))!, counted => Assert.InRange(counted, 0, amounts.Count));
        foreach (var file in files.TakeLast(Latest)) await host.PageAsync($"/{slug}/berkas/{file}");
    }

    /// <summary>What the regency shows of all villages leads to this one where it is this one's, and never to another.</summary>
    public async Task ExpectOwnInPortalAsync()
    {
        foreach (var page in (string[])["/berita", $"/cari?cari={mark}"])
        {
            using var document = await new HtmlParser().ParseDocumentAsync(await host.PageAsync(page), Stop);
            var links = document.QuerySelectorAll("main a").Where(link => link.TextContent.Contains($"{mark} ", StringComparison.OrdinalIgnoreCase));
            Assert.All(links, link => Assert.StartsWith($"/{slug}/", link.GetAttribute("href"), StringComparison.Ordinal));
        }
    }

    public async Task ExpectNothingOfAsync(UsedVillage other)
    {
        foreach (var page in Pages) Assert.DoesNotContain(other.Mark, await host.PageAsync($"/{slug}{page}"), StringComparison.OrdinalIgnoreCase);
        foreach (var list in Lists) Assert.DoesNotContain(other.Mark, await ReadAsync($"{Api}/{list}"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain($"{other.Mark} ", await host.PageAsync($"/{slug}/cari?cari={other.Mark}"), StringComparison.OrdinalIgnoreCase);
        var told = await ReadAsync($"{Api}/notifications");
        foreach (var letter in other.letters.TakeLast(Latest))
        {
            Assert.DoesNotContain(letter.ToString(), told, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(HttpStatusCode.NotFound, (await host.Administrator.GetAsync($"{Api}/desk/letters/{letter}", Stop)).StatusCode);
        }

        foreach (var file in other.files.TakeLast(Latest)) await host.PageAsync($"/{slug}/berkas/{file}", HttpStatusCode.NotFound);
    }

    string Mark => mark;

    Task<string> ReadAsync(string address) => host.Administrator.GetStringAsync(address, Stop);

    async Task PostAsync(string list, object document)
    {
        using var answer = await host.Administrator.PostAsJsonAsync($"{Api}/{list}", document, Stop);
        await answer.JsonAsync(HttpStatusCode.Created);
    }

    async Task BookAsync()
    {
        var amount = first + amounts.Count;
        (await host.Administrator.PostAsync($"{Api}/desk/papers/{amount}", null, Stop)).EnsureSuccessStatusCode();
        amounts.Add(amount);
    }

    async Task WriteLetterAsync()
    {
        using var answer = await host.Administrator.PostAsync($"{Api}/desk/letters?phone=0812-{first.ToString(CultureInfo.InvariantCulture)}-7890", null, Stop);
        letters.Add(await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Guid>(Stop));
    }

    async Task SetAsync(int articlesPerPage)
    {
        (await host.Administrator.PutAsJsonAsync($"{Api}/settings/news", new { articlesPerPage }, Stop)).EnsureSuccessStatusCode();
        perPage = articlesPerPage;
    }

    /// <summary>A picture whose width no other village's has.</summary>
    async Task UploadAsync(int size)
    {
        var width = first + size;
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0, 90, (byte)(width >> 8), (byte)width, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xFF, 0xD9];
        using var body = new ByteArrayContent(jpeg) { Headers = { ContentType = new("image/jpeg") } };
        using var answer = await host.Administrator.PostAsync($"{Api}/news/pictures", body, Stop);
        files.Add((await answer.JsonAsync(HttpStatusCode.Created)).Text("file"));
    }
}
