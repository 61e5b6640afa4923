using System.Net.Http.Headers;

namespace SmartKampung.Browser;

/// <summary>What goes over the wire to a browser that takes brotli. The map of all villages is heavier and so has a page of its own.</summary>
public sealed class WeightTests(Site site)
{
    public static MatrixTheoryData<string, string> Pages { get; } = new(PageKind.All.Select(kind => kind.Name), ["id", "en"]);

    [Theory, MemberData(nameof(Pages))]
    public async Task Page_comes_in_one_round_trip(string kind, string language) =>
        Assert.InRange(await WeightAsync(await PageKind.Named(kind).AddressAsync(site.Client, language)), 1, (kind == "map" ? 46 : 14) * 1024);

    [Fact]
    public async Task All_style_and_script_together_stay_small()
    {
        var total = 0;
        foreach (var address in await Resources.OfAllPagesAsync(site.Client))
        {
            if (Path.GetExtension(address.Split('?')[0]) is ".css" or ".js") total += await WeightAsync(address);
        }

        Assert.InRange(total, 1, 46 * 1024);
    }

    async Task<int> WeightAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var response = await site.Client.SendAsync(request);
        return (await response.Content.ReadAsByteArrayAsync()).Length;
    }
}
