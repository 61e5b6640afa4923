using Microsoft.Extensions.DependencyInjection.Extensions;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Modules;

/// <summary>The room of the modules: found, composed and mapped here, each in a capsule of its own.</summary>
static class ModulesComposition
{
    public static IServiceCollection AddModules(this IServiceCollection services)
    {
        services.AddOptions<ModuleLimitOptions>().BindConfiguration("Modules").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ModuleMetrics>();
        services.AddSingleton<ModuleLimits>();
        services.AddHostedService<PoolGuard>();
        services.AddSingleton<ModuleHost>();
        services.AddSingleton<CapsuleFactory>();
        services.AddSingleton<ModulePages>();
        services.AddSingleton<ModuleEndpointDataSource>();
        services.AddSingleton<ModuleCatalog>();
        services.AddSingleton<IModuleCatalog>(host => host.GetRequiredService<ModuleCatalog>());
        services.AddSingleton<VillageFeatures>();
        services.AddSingleton<IVillageFeatures>(host => host.GetRequiredService<VillageFeatures>());
        services.AddSingleton<ISiteMenu>(host => host.GetRequiredService<VillageFeatures>());
        services.AddSingleton<ReadModels>();
        services.AddHostedService(host => host.GetRequiredService<ReadModels>());
        services.AddHostedService<FillDemoVillage>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, ModuleMatcherPolicy>());
        return services;
    }

    public static void MapModules(this WebApplication app)
    {
        app.Services.GetRequiredService<ModuleHost>().Start();
        ((IEndpointRouteBuilder)app).DataSources.Add(app.Services.GetRequiredService<ModuleEndpointDataSource>());
    }
}
