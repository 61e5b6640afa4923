namespace SmartKampung.Browser;

/// <summary>Every kind of page in one language, on a phone and on a desk, light and dark; the languages run beside each other.</summary>
public abstract class PageTests(Site site, string language)
{
    static readonly int[] Widths = [360, 1280];

    public static TheoryData<string> Pages { get; } = [.. PageKind.All.Select(kind => kind.Name)];

    [Theory, MemberData(nameof(Pages))]
    public async Task Page_has_no_finding(string kind)
    {
        await using var visit = await site.OpenAsync(kind, language, Widths[0]);
        await Axe.LoadAsync(visit.Page);

        var findings = new List<string>();
        foreach (var width in Widths)
        {
            await visit.Page.SetViewportSizeAsync(width, 800);
            findings.AddRange(Named(width, "", await PageChecks.FindingsAsync(visit.Page, language)));
            findings.AddRange(Named(width, "light", await ViolationsAsync(visit.Page, ColorScheme.Light)));
            findings.AddRange(Named(width, "dark", await ViolationsAsync(visit.Page, ColorScheme.Dark, "color-contrast")));
        }

        findings.AddRange(visit.Troubles);
        Findings.None(findings);
    }

    /// <summary>The dark scheme changes colours alone, so there only the rule about them runs.</summary>
    static async Task<string[]> ViolationsAsync(IPage page, ColorScheme scheme, string? rule = null)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        return await Axe.ViolationsAsync(page, rule);
    }

    static IEnumerable<string> Named(int width, string scheme, IEnumerable<string> findings) => findings.Select(finding => $"{width} px {scheme}: {finding}");
}

public sealed class IndonesianPageTests(Site site) : PageTests(site, "id");

public sealed class EnglishPageTests(Site site) : PageTests(site, "en");
