using SmartKampung.Host.Settings;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Host.Modules;

/// <summary>A host whose regency writes circulars, on in two villages of two districts.</summary>
public sealed class CircularsHost : IAsyncLifetime
{
    public const string Here = TestHost.DemoCode, Elsewhere = "35.10.01.2001";
    internal const string Page = "/kelola/circulars";

    readonly PluginFolders plugins = new PluginFolders().AddFixture("circulars");

    public TestHost Host { get; private set; } = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Host = await TestHost.StartAsync(plugins.FullName);
        foreach (var village in (string[])[Here, Elsewhere])
            (await Host.Administrator.PutAsync($"/api/villages/{village}/modules/circulars", null, Stop)).EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        plugins.Dispose();
    }

    internal Task<StaffBrowser> RegencyAsync(string role = Roles.RegencyAdministrator) => StaffBrowser.SignInAsync(Host, role, Scope.Regency);

    internal Task<StaffBrowser> DistrictAsync(string district = "35.10.24", string role = Roles.DistrictStaff) => StaffBrowser.SignInAsync(Host, role, Scope.District(district));

    internal void TakeOut() => plugins.Remove("circulars");

    internal void PutBack() => plugins.AddFixture("circulars");

    internal async Task RescanAsync() => (await Host.Administrator.PostAsync("/api/modules/rescan", null, Stop)).EnsureSuccessStatusCode();

    internal Task<HttpResponseMessage> ReceiveAsync(string village, int circular, int receipt) =>
        Host.Anonymous.PostAsync($"/api/villages/{village}/circulars/circulars/{circular}/{receipt}", null, Stop);
}
