using SmartKampung.Host.Accounts;
using SmartKampung.Host.Audit;
using SmartKampung.Host.Background;
using SmartKampung.Host.Backups;
using SmartKampung.Host.CommandLine;
using SmartKampung.Host.Consoles;
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
    static Task<int> Main(string[] args) => HostCommand.RunAsync(args, BuildAsync);

    static Task<WebApplication> BuildAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        HostConfiguration.AddTo(builder.Configuration, args);
        return BuildAsync(builder);
    }

    /// <summary>Everything but listening; tests begin here too.</summary>
    public static async Task<WebApplication> BuildAsync(WebApplicationBuilder builder)
    {
        builder.AddHosting().AddTelemetry();
        builder.Services
            .AddStorage().AddBackups()
            .AddVillages()
            .AddModuleSettings()
            .AddAccounts().AddAudit()
            .AddModules()
            .AddBackground().AddPages()
            .AddHome().AddConsoles().AddPortal()
            .AddOperations();

        var app = builder.Build();
        app.UseHosting();
        app.MapOperations();
        app.MapApi();
        var pages = app.MapGroup("").ExcludeFromDescription();
        pages.MapPortalPages().MapAccountPages().MapRegencyConsole();
        pages.MapGroup("").For(Audience.Village).MapVillagePages().MapConsole();
        pages.MapGroup("").For(Audience.Everywhere).MapPages();
        await app.MapModulesAsync();

        await app.PrepareModuleSettingsAsync();
        await app.PrepareVillagesAsync();
        return app;
    }
}
