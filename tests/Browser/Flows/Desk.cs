using SmartKampung.Browser.Consoles;

namespace SmartKampung.Browser.Flows;

/// <summary>A fresh host with demo accounts, and at it somebody who works with a pointer or by keyboard alone, for a flow that changes things.</summary>
sealed class Desk : IAsyncDisposable
{
    readonly Chromium chromium;
    readonly BrowserNewContextOptions window;
    readonly Visit visit;

    Desk(Chromium chromium, BrowserNewContextOptions window, TestHost host, Visit visit, bool byKeyboard)
    {
        (this.chromium, this.window, Host, this.visit) = (chromium, window, host, visit);
        Hand = byKeyboard ? new Keyboard(visit.Page) : new Pointer(visit.Page);
    }

    public TestHost Host { get; }

    public Hand Hand { get; }

    public IPage Page => visit.Page;

    public IReadOnlyList<string> Troubles => visit.Troubles;

    public Task GoAsync(string address) => visit.GoAsync(address);

    public static async Task<Desk> OpenAsync(Chromium chromium, int width, string language, bool byKeyboard = false, string? plugins = null)
    {
        var host = new TestHost { Options = ["--demo=true", Office.Theme], IsFirstStart = true, Plugins = plugins ?? NewsAlone.Folder };
        // Browsers drop what is over by their own clock.
        host.Clock.AdjustTime(TimeProvider.System.GetUtcNow());
        await host.InitializeAsync();
        var window = new BrowserNewContextOptions
        {
            BaseURL = host.Address.ToString(),
            Locale = language,
            ViewportSize = new() { Width = width, Height = width < 768 ? 740 : 800 },
        };
        return new Desk(chromium, window, host, await OpenAsync(chromium, window), byKeyboard);
    }

    /// <summary>Another window, of somebody who is not signed in.</summary>
    /// <param name="language">What they read, or null as in the first one.</param>
    /// <param name="host">Another name of this machine, or null.</param>
    public Task<Visit> VisitorAsync(string? language = null, string? host = null)
    {
        var address = new UriBuilder(Host.Address) { Host = host ?? Host.Address.Host };
        return OpenAsync(chromium, new(window) { Locale = language ?? window.Locale, BaseURL = address.Uri.ToString() });
    }

    /// <summary>Signs in with the password; the second step follows.</summary>
    public async Task SignInAsync(string person, string way)
    {
        await GoAsync("/masuk?kembali=" + Uri.EscapeDataString(way));
        await Hand.WriteAsync("#f-login", $"{person}@demo.example");
        await Hand.WriteAsync("#f-password", Staff.Password);
        await Hand.EnterAsync();
    }

    /// <summary>Past the second step, which only demo accounts can do.</summary>
    public Task SkipSecondStepAsync() => Hand.FollowAsync("form[action*='/langkah-kedua/demo'] button");

    /// <summary>The code that the app shows at this moment.</summary>
    public Task<string> CodeAsync() => AuthenticatorApp.CodeAsync(Page, Host.Clock.GetUtcNow());

    /// <summary>Presses what leads to another page of the console, by where it leads.</summary>
    public Task FollowAsync(string path) => Hand.FollowAsync($"main a[href$='{path}']");

    public Task SendAsync(string action) => Hand.FollowAsync($"main form[action$='{action}'] button");

    public async ValueTask DisposeAsync()
    {
        await visit.DisposeAsync();
        await Host.DisposeAsync();
    }

    static async Task<Visit> OpenAsync(Chromium chromium, BrowserNewContextOptions window)
    {
        var context = await chromium.Browser.NewContextAsync(window);
        return new Visit(context, await context.NewPageAsync());
    }
}
