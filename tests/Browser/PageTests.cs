namespace SmartKampung.Browser;

/// <summary>Every kind of page in one language, on a phone and on a desk, light and dark; the languages run beside each other.</summary>
public abstract class PageTests(Site site, string language)
{
    static readonly int[] Widths = [360, 1280];

    const string Checks = """
        language => {
          const found = [], root = document.documentElement;
          if (root.lang !== language) found.push('lang is ' + root.lang);
          if (!document.title.trim()) found.push('no title');
          if (root.scrollWidth > root.clientWidth) {
            const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > root.clientWidth + 1);
            found.push('wider than the screen: ' + wide.slice(0, 3).map(e => e.outerHTML.slice(0, 80)).join(' | '));
          }
          const headings = document.querySelectorAll('h1').length;
          if (headings !== 1) found.push(headings + ' h1');
          for (const image of document.images) {
            if (!['width', 'height', 'alt'].every(name => image.hasAttribute(name))) found.push('incomplete img: ' + image.outerHTML);
            if (image.complete && image.naturalWidth === 0 && image.loading !== 'lazy') found.push('broken img: ' + image.src);
          }
          for (const inline of document.querySelectorAll('[style], style, script:not([src]):not([type="application/ld+json"])'))
            found.push('inline: ' + inline.outerHTML.slice(0, 80));
          return found;
        }
        """;

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
            findings.AddRange(Named(width, "", await visit.Page.EvaluateAsync<string[]>(Checks, language)));
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
