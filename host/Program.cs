using SmartKampung.Host.Accounts;
using SmartKampung.Host.CommandLine;
using SmartKampung.Host.Demo;
using SmartKampung.Host.Home;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Operations;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Portal;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;
using SmartKampung.Host.Web;

namespace SmartKampung.Host;

/// <summary>One host for every village of a regency: what all share is composed here, what a village offers comes from modules.</summary>
static class Program
{
    static Task<int> Main(string[] args) => HostCommand.RunAsync(args, ServeAsync);

    static async Task<int> ServeAsync(string[] args)
    {
        await using var app = await BuildAsync(WebApplication.CreateBuilder(args));
        await app.RunAsync();
        return 0;
    }

    /// <summary>Everything but listening; tests begin here too.</summary>
    public static async Task<WebApplication> BuildAsync(WebApplicationBuilder builder)
    {
        builder.AddHosting();
        builder.Services
            .AddStorage()
            .AddVillages()
            .AddModuleSettings()
            .AddAdministratorKey()
            .AddModules()
            .AddPages()
            .AddHome()
            .AddPortal()
            .AddDemo();
        var app = builder.Build();

        await app.PrepareAsync();
        app.UseHosting();
        app.MapAssets();
        app.MapHealth();
        app.MapApi();
        app.MapPortalPages();
        app.MapVillagePages();
        app.MapModules();
        return app;
    }
}
