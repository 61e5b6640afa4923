namespace SmartKampung.Browser.Flows;

/// <summary>How somebody works at a page: with a pointer or by keyboard alone.</summary>
abstract class Hand(IPage page)
{
    const string Opener = ".opener[href='#menu']";

    protected IPage Page { get; } = page;

    /// <summary>Presses a link or a button.</summary>
    public abstract Task PressAsync(string selector);

    /// <summary>Writes into a field, in place of what stands there.</summary>
    public abstract Task WriteAsync(string selector, string text);

    /// <summary>Fills in a day and a time.</summary>
    public abstract Task WriteAsync(string selector, DateTime moment);

    /// <summary>Marks a choice.</summary>
    public abstract Task TickAsync(string selector);

    /// <summary>Takes a file into a field.</summary>
    public abstract Task TakeAsync(string selector, FilePayload file);

    /// <summary>Presses what leads to another page, and waits for that.</summary>
    public Task FollowAsync(string selector) => LeadAsync(() => PressAsync(selector));

    /// <summary>Sends the form that the focus is in.</summary>
    public Task EnterAsync() => LeadAsync(() => Page.Keyboard.PressAsync("Enter"));

    /// <summary>Goes to a page of the console by its menu, which a narrow page keeps behind a link.</summary>
    public async Task ChooseAsync(string path)
    {
        if (await Page.Locator(Opener).IsVisibleAsync()) await PressAsync(Opener);
        await FollowAsync($".side-menu a[href$='{path}']");
    }

    async Task LeadAsync(Func<Task> act)
    {
        await Page.EvaluateAsync("document.documentElement.dataset.left = ''");
        await act();
        await Page.Locator("html:not([data-left])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Page.WaitForLoadStateAsync();
    }
}
