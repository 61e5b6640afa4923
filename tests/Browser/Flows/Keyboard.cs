using System.Globalization;

namespace SmartKampung.Browser.Flows;

/// <summary>Somebody without mouse and touch: Tab, arrows, letters, Space and Enter alone. Whatever gets the focus on the way has to show it.</summary>
sealed class Keyboard : Hand
{
    const int MostSteps = 80;

    const string There = "there", Elsewhere = "elsewhere";

    // A field that is hidden in its label shows its focus there. The end of the page has none before Tab begins anew.
    const string Focus = """
        selector => {
          const element = document.activeElement, { width } = element.getBoundingClientRect();
          const style = getComputedStyle(width > 2 ? element : element.closest('label') ?? element);
          const shown = element === document.body || style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
          return !shown ? element.outerHTML.slice(0, 100) : element.matches(selector) ? 'there' : 'elsewhere';
        }
        """;

    // Whoever listens gets the choosers of files, and the page learns of it in its own time: listening begins with the page, so that no key is quicker.
    public Keyboard(IPage page) : base(page) => page.FileChooser += (_, _) => { };

    /// <summary>Goes on by Tab until the element has the focus.</summary>
    public async Task ToAsync(string selector)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            await Page.Keyboard.PressAsync("Tab");
            var focus = await Page.EvaluateAsync<string>(Focus, selector);
            if (focus == There) return;
            Assert.Equal(Elsewhere, focus);
        }

        Assert.Fail($"{selector} is not reached by Tab on {Page.Url}.");
    }

    public override async Task PressAsync(string selector)
    {
        await ToAsync(selector);
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>What stands in the field is marked as Tab comes to it, and the first letter takes its place.</summary>
    public override async Task WriteAsync(string selector, string text)
    {
        await ToAsync(selector);
        await Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Month first, as Chromium without a language of its own asks for it.</summary>
    public override async Task WriteAsync(string selector, DateTime moment)
    {
        await WriteAsync(selector, moment.ToString("MMddyyyy", CultureInfo.InvariantCulture));
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.TypeAsync(moment.ToString("hhmmtt", CultureInfo.InvariantCulture));
    }

    /// <summary>Tab comes to the marked one of several that exclude each other; arrows lead on.</summary>
    public override async Task TickAsync(string selector)
    {
        var isOneOfSeveral = await Page.Locator(selector).First.GetAttributeAsync("type") == "radio";
        await ToAsync(isOneOfSeveral ? $"[name='{await Page.Locator(selector).First.GetAttributeAsync("name")}']" : selector);
        if (!isOneOfSeveral) await Page.Keyboard.PressAsync("Space");
        for (var step = 0; isOneOfSeveral && !await IsAtAsync(selector); step++)
        {
            Assert.True(step < MostSteps, $"{selector} is not reached by arrows on {Page.Url}.");
            await Page.Keyboard.PressAsync("ArrowDown");
        }
    }

    public override async Task TakeAsync(string selector, FilePayload file)
    {
        await ToAsync(selector);
        var chooser = await Page.RunAndWaitForFileChooserAsync(() => Page.Keyboard.PressAsync("Enter"));
        await chooser.SetFilesAsync(file);
    }

    Task<bool> IsAtAsync(string selector) => Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector);
}
