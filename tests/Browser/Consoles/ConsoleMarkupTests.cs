using System.Net;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;

namespace SmartKampung.Browser.Consoles;

/// <summary>What the pages of accounts and consoles are written as.</summary>
public sealed partial class ConsoleMarkupTests(Office office)
{
    [Fact]
    public async Task Pages_pass_the_Nu_HTML_checker()
    {
        using var folder = new TemporaryFolder();
        foreach (var (index, kind) in ConsoleKind.All.Index())
            await File.WriteAllTextAsync(folder.Combine($"{index} {Name().Replace(kind.Name, "-")}.html"), await ReadAsync(kind, "id"));

        Findings.None(await NuChecker.FindingsAsync("html", folder));
    }

    [Fact]
    public async Task Style_sheets_pass_the_Nu_HTML_checker()
    {
        using var folder = new TemporaryFolder();
        foreach (var address in await StylesAsync("desa", ConsoleKind.Village + "/kelola"))
            await File.WriteAllTextAsync(folder.Combine(Uri.EscapeDataString(address)), await office.ClientOf("").GetStringAsync(address));

        Findings.None(await NuChecker.FindingsAsync("css", folder));
    }

    [Fact]
    public async Task No_text_is_missing_in_either_language()
    {
        var findings = new List<string>();
        foreach (var kind in ConsoleKind.All)
            foreach (var language in Languages)
            {
                using var page = await ParseAsync(await ReadAsync(kind, language));
                foreach (var source in page.QuerySelectorAll("textarea, pre, code")) source.Remove();
                if (page.DocumentElement.GetAttribute("lang") != language) findings.Add($"{kind.Name} is not in {language}");
                findings.AddRange(from key in Key().Matches(page.Body!.TextContent) select $"{kind.Name} {language}: {key.Value}");
            }

        Findings.None(findings);
    }

    [Fact]
    public async Task No_link_is_broken()
    {
        var findings = new List<string>();
        var seen = new HashSet<(string Person, string Address)>();
        foreach (var kind in ConsoleKind.All)
        {
            using var page = await ParseAsync(await ReadAsync(kind, "id"));
            foreach (var link in LinksOf(page).Where(link => seen.Add((kind.Person, link))))
                if (await FindingAsync(kind.Person, link) is { } finding)
                    findings.Add($"{link} answers {finding}, linked from {kind.Name}");
        }

        Findings.None(findings);
        Assert.True(seen.Count > 150, $"Only {seen.Count} links were found.");
    }

    [Fact]
    public async Task Only_consoles_load_the_style_of_consoles()
    {
        Assert.Contains(await StylesAsync("desa", ConsoleKind.Village + "/kelola"), IsOfConsoles);
        Assert.DoesNotContain(await StylesAsync("desa", ConsoleKind.Village), IsOfConsoles);
        Assert.DoesNotContain(await StylesAsync("desa", "/akun"), IsOfConsoles);

        static bool IsOfConsoles(string address) => address.EndsWith("/look-console.css", StringComparison.Ordinal);
    }

    static readonly string[] Languages = ["id", "en"];

    static IEnumerable<string> LinksOf(IDocument page) =>
        from element in page.QuerySelectorAll("a[href], link[href], img[src], script[src]")
        let link = (element.GetAttribute("href") ?? element.GetAttribute("src"))!.Split('#')[0]
        where link is ['/', not '/', ..]
        select link;

    /// <returns>The status; null of a page, of one that leads on after something was done, and of the question that the regency answers before it enters a village.</returns>
    async Task<string?> FindingAsync(string person, string address)
    {
        using var answer = await office.ClientOf(person).GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        var isSupport = answer.StatusCode is HttpStatusCode.Redirect && answer.Headers.Location?.OriginalString.Contains("/dukungan?", StringComparison.Ordinal) is true;
        return isSupport || answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.SeeOther ? null : $"{(int)answer.StatusCode} {answer.Headers.Location}";
    }

    async Task<string> ReadAsync(ConsoleKind kind, string language)
    {
        var address = await kind.AddressAsync(office.ClientOf(kind.Person), language);
        using var answer = await office.ClientOf(kind.Person).GetAsync(address);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answers {answer.StatusCode} {answer.Headers.Location}");
        return await answer.Content.ReadAsStringAsync();
    }

    async Task<IReadOnlyList<string>> StylesAsync(string person, string address)
    {
        using var page = await ParseAsync(await office.ClientOf(person).GetStringAsync(address));
        return [.. page.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")!)];
    }

    static Task<IDocument> ParseAsync(string html) => BrowsingContext.New().OpenAsync(request => request.Content(html));

    /// <summary>A text that nobody wrote shows as its key. The records tell the text of a letter, which names the village.</summary>
    [GeneratedRegex(@"(?<![\w@./])(letters?|desk|counter|signing|book|register|term|people|person|event|console|audit|role|permission|settings|regency|rollout|support|own|tokens|media|look|edit|field|validation|second|slip|passkey|village(?!\.(kind|name)\b)|time_zone)\.[a-z_]+(\.[a-z_]+)*(?![\w/@])")]
    private static partial Regex Key();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Name();
}
