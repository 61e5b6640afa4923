[assembly: AssemblyFixture(typeof(SmartKampung.Browser.Site))]

namespace SmartKampung.Browser;

/// <summary>A host with a fresh data folder, as after the first start, and a browser; shared by all tests, none of which changes anything.</summary>
public sealed class Site : IAsyncLifetime
{
    public const string DemoVillage = "tamansari-licin";
    readonly TemporaryFolder data = new();
    readonly Chromium chromium = new();
    HostProcess? host;
    HttpClient? client;

    public HttpClient Client => client ?? throw new InvalidOperationException("The host has not been started.");

    public async ValueTask InitializeAsync()
    {
        host = await HostProcess.StartAsync(data.FullName, plugins: Repository.Plugins);
        client = await host.AnonymousAsync();
        await LettersModule.SwitchOnAsync(host);
        await chromium.InitializeAsync();
    }

    /// <summary>Opens a kind of page as a visitor with a fresh browser would.</summary>
    public async Task<Visit> OpenAsync(string kind, string language, int width, bool script = true) =>
        await OpenAddressAsync(await PageKind.Named(kind).AddressAsync(Client, language), language, width, script);

    public async Task<Visit> OpenAddressAsync(string address, string language, int width, bool script = true)
    {
        var context = await chromium.Browser.NewContextAsync(new()
        {
            BaseURL = Client.BaseAddress?.ToString(),
            JavaScriptEnabled = script,
            Locale = language,
            ViewportSize = new() { Width = width, Height = width < 768 ? 740 : 800 },
        });
        var visit = new Visit(context, await context.NewPageAsync());
        await visit.GoAsync(address);
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        client?.Dispose();
        if (host is not null) await host.DisposeAsync();
        data.Dispose();
    }
}
