namespace SmartKampung.Browser;

public sealed class WithoutScriptTests(Site site)
{
    const int Phone = 360;

    [Fact]
    public async Task Reader_comes_from_the_home_page_to_an_article()
    {
        await using var visit = await site.OpenAsync("home", "id", Phone, script: false);

        await visit.Page.Locator("main a[href^='/tamansari-licin/berita/']").First.ClickAsync();

        Assert.Contains("/berita/", visit.Page.Url, StringComparison.Ordinal);
        Assert.NotEmpty(await visit.Page.Locator("h1").InnerTextAsync());
    }

    [Fact]
    public async Task Visitor_finds_a_village_by_its_name()
    {
        await using var visit = await site.OpenAsync("portal", "id", Phone, script: false);

        await SearchAsync(visit.Page, "kluncing", finds: "main a[href='/kluncing']");
    }

    [Fact]
    public async Task Reader_searches_in_a_village()
    {
        await using var visit = await site.OpenAsync("search without a hit", "id", Phone, script: false);

        await SearchAsync(visit.Page, "jalan", finds: "main a[href*='/berita/']");
    }

    static async Task SearchAsync(IPage page, string words, string finds)
    {
        var box = page.Locator("main input[type=search]").First;
        await box.FillAsync(words);
        await box.PressAsync("Enter");
        await page.Locator(finds).First.WaitForAsync();
        Assert.Contains(words, page.Url, StringComparison.Ordinal);
    }
}
