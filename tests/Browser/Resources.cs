using AngleSharp;
using AngleSharp.Dom;

namespace SmartKampung.Browser;

/// <summary>What the pages load beside their HTML.</summary>
static class Resources
{
    public static async Task<IReadOnlySet<string>> OfAllPagesAsync(HttpClient client)
    {
        var all = new HashSet<string>();
        foreach (var kind in PageKind.All) all.UnionWith(await OfPageAsync(client, await kind.AddressAsync(client, "id")));
        return all;
    }

    static async Task<IEnumerable<string>> OfPageAsync(HttpClient client, string address)
    {
        using var response = await client.GetAsync(address);
        var html = await response.Content.ReadAsStringAsync();
        using var page = await BrowsingContext.New().OpenAsync(request => request.Content(html));
        return [.. page.QuerySelectorAll("link[rel~=stylesheet], link[rel~=icon], script[src], img[src]").Select(Address)];
    }

    static string Address(IElement element) => element.GetAttribute("href") ?? element.GetAttribute("src") ?? "";
}
