using SmartKampung.Browser.Consoles;

namespace SmartKampung.Browser.Flows;

/// <summary>A fresh host with demo accounts and one browser window on it, for a flow that changes things.</summary>
sealed class Desk : IAsyncDisposable
{
    readonly TemporaryFolder data = new();
    readonly HostProcess host;
    readonly Visit visit;

    Desk(TemporaryFolder data, HostProcess host, Visit visit) => (this.data, this.host, this.visit) = (data, host, visit);

    public IPage Page => visit.Page;

    public IReadOnlyList<string> Troubles => visit.Troubles;

    public Task<Uri> AddressAsync() => host.AddressAsync();

    public Task GoAsync(string address) => visit.GoAsync(address);

    public static async Task<Desk> OpenAsync(Chromium chromium, int width, string language)
    {
        var data = new TemporaryFolder();
        var host = await HostProcess.StartAsync(data.FullName, options: ["--demo", Office.Theme]);
        var context = await chromium.Browser.NewContextAsync(new()
        {
            BaseURL = (await host.AddressAsync()).ToString(),
            Locale = language,
            ViewportSize = new() { Width = width, Height = width < 768 ? 740 : 800 },
        });
        return new Desk(data, host, new Visit(context, await context.NewPageAsync()));
    }

    /// <summary>Signs in with the password; the second step follows.</summary>
    public async Task SignInAsync(string person, string way)
    {
        await GoAsync("/masuk?kembali=" + Uri.EscapeDataString(way));
        await Page.FillAsync("#f-login", $"{person}@demo.example");
        await Page.FillAsync("#f-password", Staff.Password);
        await Page.Locator("#f-password").PressAsync("Enter");
        await Page.WaitForURLAsync("**/langkah-kedua*");
    }

    /// <summary>Past the second step, which only demo accounts can do.</summary>
    public async Task SkipSecondStepAsync()
    {
        await Page.ClickAsync("form[action*='/langkah-kedua/demo'] button");
        await Page.WaitForURLAsync("**/kelola*");
    }

    /// <summary>Presses what leads to another page of the console, by where it leads.</summary>
    public Task FollowAsync(string path) => Page.ClickAsync($"main a[href$='{path}']");

    public Task SendAsync(string action) => Page.ClickAsync($"main form[action$='{action}'] button");

    public async ValueTask DisposeAsync()
    {
        await visit.DisposeAsync();
        await host.DisposeAsync();
        data.Dispose();
    }
}
