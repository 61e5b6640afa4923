using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace SmartKampung.Browser;

/// <summary>Every kind of page at one width; the widths run beside each other.</summary>
public abstract class PageTests(Site site, int width)
{
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

    // All that the dark scheme changes; the rest of the page is the same.
    static readonly AxeRunOptions OnlyColours = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } };

    public static MatrixTheoryData<string, string> Pages { get; } = new(PageKind.All.Select(kind => kind.Name), ["id", "en"]);

    [Theory, MemberData(nameof(Pages))]
    public async Task Page_has_no_finding(string kind, string language)
    {
        await using var visit = await site.OpenAsync(kind, language, width);

        var findings = new List<string>(await visit.Page.EvaluateAsync<string[]>(Checks, language));
        findings.AddRange(await ViolationsAsync(visit.Page, ColorScheme.Light, new()));
        findings.AddRange(await ViolationsAsync(visit.Page, ColorScheme.Dark, OnlyColours));
        findings.AddRange(visit.Troubles);

        Findings.None(findings);
    }

    static async Task<IEnumerable<string>> ViolationsAsync(IPage page, ColorScheme scheme, AxeRunOptions options)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        var result = await page.RunAxe(options);
        return result.Violations.SelectMany(violation => violation.Nodes, (violation, node) => $"axe, {scheme}: {violation.Id}: {violation.Help}: {node.Html}");
    }
}

public sealed class PhoneTests(Site site) : PageTests(site, 360);

public sealed class DeskTests(Site site) : PageTests(site, 1280);
