using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SmartKampung.Host.PageCache;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;
using SmartKampung.Host.Web;

namespace SmartKampung.Tests.Host.Pages;

/// <summary>A small host with the room of the pages, a tiny theme and a tiny module; /desa and /desa/en are a village.</summary>
sealed class PagesHost : IAsyncDisposable
{
    public static readonly Village Village = new()
    {
        Id = Guid.Parse("0190a0a0-0000-7000-8000-000000000001"),
        Code = "35.10.24.2008",
        Name = "Tamansari",
        Kind = VillageKind.Desa,
        District = new Area("35.10.24", "Licin"),
        Regency = new Area("35.10", "Kabupaten Banyuwangi"),
        Slug = "desa",
        TimeZone = TimeZoneInfo.CreateCustomTimeZone("WIB", TimeSpan.FromHours(7), "WIB", "WIB"),
        Profile = new VillageProfile { Accent = "#0f6b50", Headline = new LocalText("Di kaki Ijen", "Below Ijen") },
    };

    readonly WebApplication app;
    readonly DirectoryInfo data;

    PagesHost(WebApplication app, DirectoryInfo data) => (this.app, this.data) = (app, data);

    public IServiceProvider Services => app.Services;

    public HttpClient Client { get; private set; } = new();

    public FakeTimeProvider Clock => (FakeTimeProvider)Services.GetRequiredService<TimeProvider>();

    public static string Fixtures { get; } = FindFixtures();

    public static async Task<PagesHost> StartAsync(Action<IEndpointRouteBuilder>? map = null, Action<IServiceCollection>? add = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 2, 15, 0, TimeSpan.Zero));
        builder.Services.AddSingleton<TimeProvider>(clock);
        var data = Directory.CreateTempSubdirectory("pages");
        builder.Services.AddSingleton(new DataFolder(data.FullName)).AddStorage();
        add?.Invoke(builder.Services);
        builder.Services.AddPages();
        builder.Services.AddSingleton<PageStore>();
        builder.Services.AddSingleton<KeptParts>();
        builder.Services.AddSingleton(new RegencyOptions());
        builder.Services.Configure<SiteOptions>(site => site.Theme = Path.Combine(Fixtures, "theme"));
        var host = new PagesHost(builder.Build(), data);
        await host.StartAsync(map ?? (_ => { }));
        return host;
    }

    public void AddGuestbook()
    {
        var folder = Path.Combine(Fixtures, "guestbook");
        Services.GetRequiredService<TextLibrary>().AddModule("guestbook", Path.Combine(folder, "locales"));
        Services.GetRequiredService<TemplateLibrary>().AddModule("guestbook", Path.Combine(folder, "templates"));
        Services.GetRequiredService<AssetLibrary>().AddOwner("guestbook", Path.Combine(folder, "assets"));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        data.Delete(recursive: true);
    }

    async Task StartAsync(Action<IEndpointRouteBuilder> map)
    {
        AddGuestbook();
        app.UseKeptPages();
        app.UsePages();
        app.Use(Enter);
        app.UseRoutingOfHead();
        app.UseMakingOfKeptPages();
        app.MapPages();
        app.MapTemplatesApi();
        map(app.MapGroup("").WithMetadata(new PageOwner("guestbook")));
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
    }

    static Task Enter(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments("/api/villages/35.10.24.2008")) context.Features.Set(new PresentVillage(Village, IsPage: false));
        if (context.Request.Path.StartsWithSegments("/api")) return next(context);
        if (Move(context.Request, "/desa")) context.Features.Set(new PresentVillage(Village));
        context.Features.Set(Move(context.Request, "/en") ? RequestLanguage.English : RequestLanguage.Indonesian);
        return next(context);
    }

    static bool Move(HttpRequest request, string segment)
    {
        if (!request.Path.StartsWithSegments(segment, out var rest)) return false;
        request.PathBase = request.PathBase.Add(segment);
        request.Path = rest;
        return true;
    }

    static string FindFixtures()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SmartKampung.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "tests", "Fixtures");
    }
}
