namespace SmartKampung.Browser;

public sealed class MarkupTests(Site site)
{
    static readonly string[] Languages = ["id", "en"];

    [Fact]
    public async Task Pages_pass_the_Nu_HTML_checker()
    {
        using var folder = new TemporaryFolder();
        foreach (var kind in PageKind.All)
        {
            foreach (var language in Languages) await SaveAsync(folder, $"{kind.Name} {language}.html", await kind.AddressAsync(site.Client, language));
        }

        Findings.None(await NuChecker.FindingsAsync("html", folder));
    }

    [Fact]
    public async Task Style_sheets_pass_the_Nu_HTML_checker()
    {
        using var folder = await SaveAllAsync(".css");

        Findings.None(await NuChecker.FindingsAsync("css", folder));
    }

    [Fact]
    public async Task Drawings_pass_the_Nu_HTML_checker()
    {
        using var folder = await SaveAllAsync(".svg");

        Findings.None(await NuChecker.FindingsAsync("svg", folder));
    }

    async Task<TemporaryFolder> SaveAllAsync(string extension)
    {
        var folder = new TemporaryFolder();
        var addresses = (await Resources.OfAllPagesAsync(site.Client)).Where(address => Path.GetExtension(address.Split('?')[0]) == extension).ToArray();
        Assert.NotEmpty(addresses);
        foreach (var address in addresses) await SaveAsync(folder, Uri.EscapeDataString(address) + extension, address);
        return folder;
    }

    async Task SaveAsync(TemporaryFolder folder, string name, string address)
    {
        using var response = await site.Client.GetAsync(address);
        await File.WriteAllBytesAsync(folder.Combine(name), await response.Content.ReadAsByteArrayAsync());
    }
}
