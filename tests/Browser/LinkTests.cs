namespace SmartKampung.Browser;

public sealed class LinkTests(Site site)
{
    [Fact]
    public async Task No_link_is_broken()
    {
        var crawler = new Crawler(site.Client);
        await crawler.RunAsync("/", "/" + Site.DemoVillage);

        Findings.None(crawler.Findings);
        Assert.True(crawler.Visited > 217, $"Only {crawler.Visited} addresses were found.");
    }

    [Fact]
    public async Task Kinds_of_pages_answer_with_their_status()
    {
        foreach (var kind in PageKind.All)
        {
            using var response = await site.Client.GetAsync(await kind.AddressAsync(site.Client, "id"), TestContext.Current.CancellationToken);
            Assert.True(kind.Status == response.StatusCode, $"{kind.Name} answers {response.StatusCode}");
        }
    }
}
