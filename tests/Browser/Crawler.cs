using System.Net;
using AngleSharp;
using AngleSharp.Dom;

namespace SmartKampung.Browser;

/// <summary>Follows each link of the portal and the demo village once; of the other villages it opens the home page alone.</summary>
sealed class Crawler(HttpClient client)
{
    readonly Queue<(string Address, string From)> waiting = new();
    readonly HashSet<string> seen = [];

    public List<string> Findings { get; } = [];

    public int Visited => seen.Count;

    public async Task RunAsync(params string[] starts)
    {
        foreach (var start in starts) Add(start, "start");
        while (waiting.TryDequeue(out var next)) await VisitAsync(next.Address, next.From);
    }

    async Task VisitAsync(string address, string from)
    {
        using var response = await client.GetAsync(address);
        if (LeadsToSignIn(response)) return;
        if (response.StatusCode != HttpStatusCode.OK) Findings.Add($"{address} answers {(int)response.StatusCode}, linked from {from}");
        else if (response.Content.Headers.ContentType?.MediaType == "text/html") await ReadAsync(address, await response.Content.ReadAsStringAsync());
    }

    /// <summary>What is a person's own is shown to nobody else.</summary>
    static bool LeadsToSignIn(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.Redirect && response.Headers.Location?.OriginalString is { } way && (way.StartsWith("/masuk?", StringComparison.Ordinal) || way.StartsWith("/en/masuk?", StringComparison.Ordinal));

    async Task ReadAsync(string address, string html)
    {
        using var page = await BrowsingContext.New().OpenAsync(request => request.Content(html).Address(new Uri(client.BaseAddress!, address)));
        foreach (var element in page.QuerySelectorAll("a[href], link[href], img[src], script[src], source[srcset], use[href]")) Follow(element, address, page);
    }

    void Follow(IElement element, string from, IDocument page)
    {
        var link = element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("srcset") ?? "";
        if (link.StartsWith('#') && link.Length > 1 && page.GetElementById(link[1..]) is null) Findings.Add($"{link} is missing on {from}");
        if (!Uri.TryCreate(new Uri(client.BaseAddress!, from), link, out var target) || target.Authority != client.BaseAddress!.Authority) return;
        Add(target.PathAndQuery, from);
    }

    void Add(string address, string from)
    {
        if (IsOtherVillage(from) && !IsAsset(address)) return;
        if (seen.Add(address)) waiting.Enqueue((address, from));
    }

    /// <summary>Everything on the portal and the demo village is followed; another village's home is only opened.</summary>
    static bool IsOtherVillage(string address) =>
        address.Trim('/').Split('/', '?')[0] is { Length: > 0 } first && first != Site.DemoVillage && !Portal.Contains(first);

    static bool IsAsset(string address) => address.StartsWith("/assets/", StringComparison.Ordinal);

    static readonly HashSet<string> Portal = ["start", "en", "desa", "kecamatan", "peta", "berita", "agenda", "pengumuman", "cari"];
}
