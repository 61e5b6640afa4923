namespace SmartKampung.Host.Settings;

static class ModuleSettingsServices
{
    /// <summary>Modules are switched on and set up for the regency, its districts and villages.</summary>
    public static IServiceCollection AddModuleSettings(this IServiceCollection services) => services
        .AddSingleton<ModuleConfigurations>()
        .AddSingleton<ModuleSwitches>()
        .AddSingleton<SettingsReader>()
        .AddSingleton<ScopeNames>()
        .AddSingleton<SwitchModule>()
        .AddSingleton<WriteSettings>()
        .AddHostedService<LoadConfigurations>();

    /// <summary>The API of modules and their settings.</summary>
    public static void MapModuleSettingsApi(this IEndpointRouteBuilder app)
    {
        app.MapModulesApi();
        app.MapSettingsApi();
    }
}

/// <summary>Reads what the scopes say of the modules before the first request.</summary>
sealed class LoadConfigurations(ModuleConfigurations configurations) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => configurations.LoadAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
