namespace SmartKampung.Host.Settings;

static class SettingsComposition
{
    /// <summary>Modules are switched on and set up for the regency, its districts and villages.</summary>
    public static IServiceCollection AddModuleSettings(this IServiceCollection services) => services
        .AddSingleton<ModuleConfigurations>()
        .AddSingleton<ModuleSwitches>()
        .AddSingleton<SettingSecrets>()
        .AddSingleton<SettingsReader>()
        .AddSingleton<ScopeNames>()
        .AddSingleton<SwitchModule>()
        .AddSingleton<WriteSettings>();

    /// <summary>Reads what the scopes say of the modules before the first request.</summary>
    public static Task PrepareModuleSettingsAsync(this WebApplication app, CancellationToken stop = default) =>
        app.Services.GetRequiredService<ModuleConfigurations>().LoadAsync(stop);

    /// <summary>The API of modules and their settings.</summary>
    public static void MapModuleSettingsApi(this IEndpointRouteBuilder app)
    {
        app.MapModulesApi();
        app.MapSettingsApi();
    }
}
