using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Audit;
using SmartKampung.Host.Backups;
using SmartKampung.Host.Media;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Tests.Host.Villages;

/// <summary>A host with the rooms of the villages, their settings and the administrator key, over the real store.</summary>
sealed class VillageHost : IAsyncDisposable
{
    public const string Demo = "35.10.24.2008";

    readonly WebApplication app;
    readonly TemporaryFolder? ownFolder;

    VillageHost(WebApplication app, TemporaryFolder? ownFolder) => (this.app, this.ownFolder) = (app, ownFolder);

    public IServiceProvider Services => app.Services;

    public VillageRegistry Registry => Services.GetRequiredService<VillageRegistry>();

    public FakeTimeProvider Clock => (FakeTimeProvider)Services.GetRequiredService<TimeProvider>();

    /// <summary>Sends the administrator key.</summary>
    public HttpClient Administrator { get; private set; } = new();

    public HttpClient Stranger { get; private set; } = new();

    public static async Task<VillageHost> StartAsync(string? folder = null, params ModuleInfo[] modules)
    {
        var own = folder is null ? new TemporaryFolder() : null;
        var app = Build(["--urls", "http://127.0.0.1:0", "--data", folder ?? own!.FullName], modules);
        var host = new VillageHost(app, own);
        await PrepareAsync(app);
        await app.StartAsync();
        host.Connect(folder ?? own!.FullName);
        return host;
    }

    public static WebApplication Build(string[] args, params ModuleInfo[] modules)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new DataFolder(builder.Configuration["data"]!));
        builder.Services.AddProblemDetails();
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(new(2026, 11, 23, 2, 15, 0, TimeSpan.Zero)));
        builder.Services.AddSingleton<IModuleCatalog>(new Catalog(modules));
        builder.Services.AddStorage().AddVillages().AddModuleSettings().AddAccounts().AddAudit().AddPages().AddMedia().AddSingleton<VillageCards>();
        var app = builder.Build();
        app.UsePages();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapVillageApi();
        app.MapModuleSettingsApi();
        return app;
    }

    public static async Task PrepareAsync(WebApplication app)
    {
        await app.PrepareVillagesAsync();
        await app.PrepareModuleSettingsAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Administrator.Dispose();
        Stranger.Dispose();
        await app.DisposeAsync();
        ownFolder?.Dispose();
    }

    void Connect(string folder)
    {
        Stranger = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
        Administrator = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
        Administrator.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", File.ReadAllText(AdministratorKey.PathIn(folder)).Trim());
    }

    sealed class Catalog(ModuleInfo[] modules) : IModuleCatalog
    {
        public IReadOnlyList<ModuleInfo> Modules => modules;

        public ModuleInfo? Find(string id) => modules.FirstOrDefault(module => module.Id == id);

        public ModuleRemains RemainsOf(string id) => new(0, 0, 0);
    }
}
