namespace SmartKampung.Browser;

/// <summary>What every page keeps to, whoever it is for.</summary>
static class PageChecks
{
    const string Script = """
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
          const own = element => !element.closest('.leaflet-container');    // Leaflet draws its map by script
          for (const image of [...document.images].filter(own)) {
            if (!['width', 'height', 'alt'].every(name => image.hasAttribute(name))) found.push('incomplete img: ' + image.outerHTML);
            if (image.complete && image.naturalWidth === 0 && image.loading !== 'lazy') found.push('broken img: ' + image.src);
          }
          for (const inline of [...document.querySelectorAll('[style], style, script:not([src]):not([type="application/ld+json"])')].filter(own))
            found.push('inline: ' + inline.outerHTML.slice(0, 80));
          return found;
        }
        """;

    public static Task<string[]> FindingsAsync(IPage page, string language) => page.EvaluateAsync<string[]>(Script, language);
}
