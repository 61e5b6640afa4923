using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;
using SmartKampung.Tests.Host.Modules;

namespace SmartKampung.Tests.Host.Consoles;

/// <summary>One host for the tests of a class, in which each has a village of its own with news, the guestbook and the census at hand.</summary>
public class VillagesHost : IAsyncLifetime
{
    readonly PluginFolders plugins = new();
    int given;

    public TestHost Host { get; private set; } = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Add(plugins);
        Host = await TestHost.StartAsync(plugins.FullName);
        foreach (var module in Everywhere)
            using (await Host.Administrator.PutAsync(new Uri($"/api/regency/modules/{module}", UriKind.Relative), null, Stop)) { }
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        plugins.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The modules that are on in every village.</summary>
    private protected virtual string[] Everywhere => ["news", "census"];

    private protected virtual void Add(PluginFolders plugins) => plugins.AddNews().AddGuestbook().AddFixture("census");

    /// <summary>A village that no other test of the class has.</summary>
    internal VillageEntry Next() => Host.Services.GetRequiredService<VillageRegistry>().Villages.All.Where(village => village.Code != TestHost.DemoCode).ElementAt(Interlocked.Increment(ref given));

    /// <summary>The last village, which none of the tests has; of another district.</summary>
    internal VillageEntry Elsewhere => Host.Services.GetRequiredService<VillageRegistry>().Villages.All.MaxBy(village => village.Code)!;

    internal Task<StaffBrowser> SignInAtRegencyAsync(string name = "Dewi Lestari") => StaffBrowser.SignInAsync(Host, Roles.RegencyAdministrator, Scope.Regency, name: name);

    internal static Scope ScopeOf(VillageEntry village) => Scope.Village(village.Id);

    internal Task<StaffBrowser> SignInAsync(string role, VillageEntry village, string name = "Dewi Lestari", Territory? territory = null, Guid? reference = null) =>
        StaffBrowser.SignInAsync(Host, role, ScopeOf(village), name: name, territory: territory, reference: reference);

    internal Task<StaffBrowser> SignInOverRegencyAsync(string role) => StaffBrowser.SignInAsync(Host, role, Scope.Regency);

    internal Task<StaffBrowser> SignInOverDistrictAsync(string role, string district, string name = "Dewi Lestari") => StaffBrowser.SignInAsync(Host, role, Scope.District(district), name: name);
}
