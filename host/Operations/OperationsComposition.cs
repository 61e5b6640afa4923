using SmartKampung.Host.Archives;

namespace SmartKampung.Host.Operations;

/// <summary>What whoever runs the host looks at: health, the description of the API, metrics, archives of villages.</summary>
static class OperationsComposition
{
    public static IServiceCollection AddOperations(this IServiceCollection services) => services.AddSingleton<DamagedVillages>().AddApiDescription().AddArchives();

    public static void MapOperations(this WebApplication app)
    {
        app.Services.GetRequiredService<HostMetrics>();
        app.MapOpenApi();
        app.MapApiReference();
        app.MapHealth();
    }
}
