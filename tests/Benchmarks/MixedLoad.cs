using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SmartKampung.Benchmarks;

/// <summary>What visitors and staff do in all villages at once, at a steady rate.</summary>
sealed partial class MixedLoad
{
    const int Visitors = 8;
    const int EachASecond = 5;
    const int KeptArticles = 200;
    static readonly string[] Words = ["kopi", "jalan desa", "posyandu", "licin", "musyawarah", "xyzzy"];
    readonly HttpClient visitor;
    readonly HttpClient administrator;
    readonly IReadOnlyList<(string Code, string Slug)> villages;
    readonly IReadOnlyList<string> articles;
    readonly ConcurrentQueue<string> written = new();
    readonly ConcurrentDictionary<int, int> answers = new();
    readonly (int Weight, Func<Random, Task> Act)[] acts;

    MixedLoad(HttpClient visitor, HttpClient administrator, IReadOnlyList<(string Code, string Slug)> villages, IReadOnlyList<string> articles)
    {
        (this.visitor, this.administrator, this.villages, this.articles) = (visitor, administrator, villages, articles);
        acts =
        [
            (30, random => ReadAsync("/" + Village(random).Slug)),
            (10, random => ReadAsync("/" + Village(random).Slug + Serving.Uncached)),
            (12, random => ReadAsync(Any(articles, random))),
            (6, random => ReadAsync(Any(articles, random) + Serving.Uncached)),
            (10, random => ReadAsync($"/{Village(random).Slug}/{Any(["berita", "agenda", "rss.xml", "sitemap.xml", "profil", "qr.svg"], random)}")),
            (6, random => ReadAsync($"/tamansari-licin/cari?cari={Uri.EscapeDataString(Any(Words, random))}")),
            (4, random => ReadAsync($"/cari?cari={Uri.EscapeDataString(Any(Words, random))}")),
            (10, random => ReadAsync(Any(["/", "/?uncached", "/desa", "/desa?halaman=3", "/peta", "/berita", "/en", "/sitemap.xml"], random))),
            (4, random => ReadAsync($"/{Village(random).Slug}/tidak-ada-{random.Next()}")),
            (5, WriteAsync),
            (2, SetAsync),
            (1, SwitchAsync),
        ];
    }

    public int Failed => answers.Where(answer => answer.Key is 0 or >= 500).Sum(answer => answer.Value);

    /// <summary>Switches the news on everywhere, as a regency does that begins.</summary>
    public static async Task<MixedLoad> PrepareAsync(HttpClient visitor, HttpClient administrator)
    {
        using var on = await administrator.PutAsync("/api/regency/modules/news", null);
        on.EnsureSuccessStatusCode();
        var list = await visitor.GetStringAsync("/tamansari-licin/berita");
        return new(visitor, administrator, await Villages.ListAsync(visitor), [.. ArticleLink().Matches(list).Select(link => link.Groups[1].Value).Distinct()]);
    }

    public Task RunAsync(CancellationToken over) => Task.WhenAll(Enumerable.Range(0, Visitors).Select(number => ActAsync(new Random(number), over)));

    public override string ToString() =>
        $"{answers.Values.Sum()} answers ({string.Join(", ", answers.OrderBy(answer => answer.Key).Select(answer => $"{answer.Key}: {answer.Value}"))})";

    async Task ActAsync(Random random, CancellationToken over)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / EachASecond));
        while (!over.IsCancellationRequested)
        {
            await pace.WaitForNextTickAsync(CancellationToken.None);
            await Choose(random)(random);
        }
    }

    Func<Random, Task> Choose(Random random)
    {
        var drawn = random.Next(acts.Sum(act => act.Weight));
        return acts.First(act => (drawn -= act.Weight) < 0).Act;
    }

    async Task ReadAsync(string address) => await SendAsync(visitor, HttpMethod.Get, address);

    /// <summary>A new article; the oldest goes, so that the data stay the same size.</summary>
    async Task WriteAsync(Random random)
    {
        var code = Village(random).Code;
        var article = new { title = $"Kabar ke-{random.Next()}", summary = "Uji beban", body = $"<p>{string.Join(' ', Words)}</p>", state = "published" };
        if (await SendAsync(administrator, HttpMethod.Post, $"/api/villages/{code}/news/articles", article) is { } answer)
            written.Enqueue($"/api/villages/{code}/news/articles/{answer.GetProperty("id").GetGuid()}");
        if (written.Count > KeptArticles && written.TryDequeue(out var oldest)) await SendAsync(administrator, HttpMethod.Delete, oldest);
    }

    async Task SetAsync(Random random) =>
        await SendAsync(administrator, HttpMethod.Put, $"/api/villages/{Village(random).Code}/settings/news", new { articlesPerPage = random.Next(5, 50) });

    async Task SwitchAsync(Random random)
    {
        var module = $"/api/villages/{Village(random).Code}/modules/news";
        await SendAsync(administrator, HttpMethod.Delete, module);
        await SendAsync(administrator, HttpMethod.Put, module);
    }

    /// <summary>Sends and counts; what was created comes back.</summary>
    async Task<JsonElement?> SendAsync(HttpClient client, HttpMethod method, string address, object? body = null)
    {
        try
        {
            using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
            using var answer = await client.SendAsync(request);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            Count((int)answer.StatusCode);
            return answer.StatusCode == System.Net.HttpStatusCode.Created ? JsonSerializer.Deserialize<JsonElement>(bytes) : null;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            Count(0);
            return null;
        }
    }

    void Count(int status) => answers.AddOrUpdate(status, 1, (_, count) => count + 1);

    (string Code, string Slug) Village(Random random) => villages[random.Next(villages.Count)];

    static string Any(IReadOnlyList<string> choices, Random random) => choices[random.Next(choices.Count)];

    [GeneratedRegex("href=\"(/tamansari-licin/berita/[a-z0-9-]+)\"")]
    private static partial Regex ArticleLink();
}
