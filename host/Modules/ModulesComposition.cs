using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Downloads;
using SmartKampung.Host.Papers;

namespace SmartKampung.Host.Modules;

/// <summary>The room of the modules: found, composed and mapped here, each in a capsule of its own.</summary>
static class ModulesComposition
{
    public static IServiceCollection AddModules(this IServiceCollection services)
    {
        services.AddOptions<ModuleLimitOptions>().BindConfiguration("Modules").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ModuleMetrics>();
        services.AddSingleton<ModuleTimes>();
        services.AddSingleton<ModuleLimits>();
        services.AddHostedService<PoolGuard>();
        services.AddSingleton<RequestGenerations>();
        services.AddSingleton<PluginCopies>();
        services.TryAddSingleton<IModuleLoader, ModuleLoader>();
        services.AddSingleton<ModuleStart>();
        services.AddSingleton<Retirement>();
        services.AddSingleton<ModuleHost>();
        services.AddHostedService<WatchPlugins>();
        services.AddSingleton<CapsuleFactory>();
        services.AddSingleton<ModulePages>();
        services.AddSingleton<ModuleEndpointDataSource>();
        services.AddSingleton<ModuleCatalog>();
        services.AddSingleton<IModuleCatalog>(host => host.GetRequiredService<ModuleCatalog>());
        services.AddSingleton<VillageFeatures>();
        services.AddSingleton<IVillageFeatures>(host => host.GetRequiredService<VillageFeatures>());
        services.Replace(ServiceDescriptor.Singleton<IApiDescriptionGroupCollectionProvider, PresentApiDescriptions>());
        services.AddSingleton<ModuleCaches>();
        services.AddSingleton<UnitOfWorkServices>();
        services.AddDownloads();
        services.AddPapers();
        services.AddHostedService<FillDemoVillage>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, ModuleMatcherPolicy>());
        return services;
    }

    /// <summary>Stands before routing, so that what a swap takes away stays for the requests that may have found it.</summary>
    public static void UseRequestGenerations(this WebApplication app)
    {
        var generations = app.Services.GetRequiredService<RequestGenerations>();
        app.Use(generations.RunAsync);
    }

    /// <summary>Reading the plugin folder again.</summary>
    public static void MapRescan(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/modules/rescan", async (ModuleHost modules, CancellationToken stop) => ApiJson.Ok(await modules.RescanAsync(stop)))
            .RequireAdministrator().WithTags("Modules").WithName("RescanModules").Produces<ModuleChange[]>()
            .WithSummary("Reads the plugin folder again: new modules come, changed ones are replaced, missing ones go.");

    public static async Task MapModulesAsync(this WebApplication app)
    {
        app.MapRescan();
        await app.Services.GetRequiredService<ModuleHost>().StartAsync();
        ((IEndpointRouteBuilder)app).DataSources.Add(app.Services.GetRequiredService<ModuleEndpointDataSource>());
    }
}
