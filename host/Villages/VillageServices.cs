using SmartKampung.Host.Villages.Demo;
using SmartKampung.Host.Villages.Import;

namespace SmartKampung.Host.Villages;

static class VillageServices
{
    /// <summary>The villages of the regency that <c>Regency:Code</c> and <c>Regency:Name</c> tell, kept in memory and filled on first start.</summary>
    public static IServiceCollection AddVillages(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(configuration.GetSection("Regency").Get<RegencyOptions>() ?? new())
        .AddSingleton<ReservedSegments>()
        .AddSingleton<VillageDocuments>()
        .AddSingleton<VillageRegistry>()
        .AddSingleton<VillageCache>()
        .AddSingleton<ImportVillages>()
        .AddSingleton<AddVillage>()
        .AddSingleton<ChangeVillage>()
        .AddSingleton<ReplaceProfile>()
        .AddSingleton<Outlines>()
        .AddSingleton<DemoVillage>()
        .AddSingleton<FirstStart>()
        .AddHostedService(services => services.GetRequiredService<FirstStart>());

    /// <summary>The API of villages, their profiles and their import.</summary>
    public static void MapVillageApi(this IEndpointRouteBuilder app)
    {
        app.MapVillagesApi();
        app.MapProfileApi();
        app.MapVillageImportApi();
    }
}
