namespace SmartKampung.Browser;

/// <summary>One page open in the browser, with everything that went wrong on it since.</summary>
public sealed class Visit : IAsyncDisposable
{
    readonly IBrowserContext context;
    readonly List<string> troubles = [];

    public Visit(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) => { if (message.Type is "error" or "warning" && !IsOwnStatus(message)) troubles.Add("console: " + message.Text); };
        page.PageError += (_, error) => troubles.Add("script: " + error);
        page.RequestFailed += (_, request) => troubles.Add("request failed: " + request.Url);
    }

    public IPage Page { get; }

    /// <summary>Console errors (refusals by the Content-Security-Policy among them), script errors and failed requests.</summary>
    public IReadOnlyList<string> Troubles => troubles;

    public Task GoAsync(string address) => Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });

    public ValueTask DisposeAsync() => context.DisposeAsync();

    /// <summary>Chromium reports the 404 of a page that is a 404 page.</summary>
    bool IsOwnStatus(IConsoleMessage message) =>
        message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && message.Location.StartsWith(Page.Url, StringComparison.Ordinal);
}
