namespace SmartKampung.Browser.Flows;

/// <summary>Somebody without mouse and touch: Tab, letters and Enter alone. Whatever gets the focus on the way has to show it.</summary>
sealed class Keyboard(IPage page)
{
    const int MostSteps = 80;

    const string Shown = """
        () => {
          const element = document.activeElement, style = getComputedStyle(element);
          return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none' ? '' : element.outerHTML.slice(0, 100);
        }
        """;

    /// <summary>Goes on by Tab until the element has the focus.</summary>
    public async Task ToAsync(string selector)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.Equal("", await page.EvaluateAsync<string>(Shown));
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector)) return;
        }

        Assert.Fail($"{selector} is not reached by Tab on {page.Url}.");
    }

    public async Task WriteAsync(string selector, string text)
    {
        await ToAsync(selector);
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Presses a key on the element and waits for the page that it leads to.</summary>
    public async Task PressAsync(string selector, string key = "Enter")
    {
        await ToAsync(selector);
        await LeadAsync(key);
    }

    /// <summary>Sends the form that the focus is in.</summary>
    public Task EnterAsync() => LeadAsync("Enter");

    async Task LeadAsync(string key)
    {
        var left = page.WaitForRequestAsync(request => request.IsNavigationRequest);
        await page.Keyboard.PressAsync(key);
        await left;
        await page.WaitForLoadStateAsync();
    }
}
