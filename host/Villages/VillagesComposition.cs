using SmartKampung.Host.Villages.Demo;
using SmartKampung.Host.Villages.Import;
using SmartKampung.Host.Villages.Succession;

namespace SmartKampung.Host.Villages;

static class VillagesComposition
{
    /// <summary>The villages of the regency that <c>Regency:Code</c> and <c>Regency:Name</c> tell, kept in memory and filled on first start.</summary>
    public static IServiceCollection AddVillages(this IServiceCollection services) => services
        .AddSingleton(services => services.GetRequiredService<IConfiguration>().GetSection("Regency").Get<RegencyOptions>() ?? new())
        .AddSingleton<ReservedSegments>()
        .AddSingleton<VillageDocuments>()
        .AddSingleton<VillageSnapshot>()
        .AddSingleton<VillageRegistry>()
        .AddSingleton<VillageCache>()
        .AddSingleton<ImportVillages>()
        .AddSingleton<AddVillage>()
        .AddSingleton<ChangeVillage>()
        .AddSingleton<ReplaceProfile>()
        .AddSingleton<OwnPages>()
        .AddSuccession()
        .AddSingleton<Outlines>()
        .AddSingleton<OwnOutlines>()
        .AddHostedService(services => services.GetRequiredService<OwnOutlines>())
        .AddSingleton<DemoVillage>()
        .AddSingleton<FirstStart>();

    /// <summary>Reads the villages before the first request; an empty data folder is filled. Places of modules are reserved before this.</summary>
    public static Task PrepareVillagesAsync(this WebApplication app, CancellationToken stop = default) =>
        app.Services.GetRequiredService<FirstStart>().RunAsync(stop);

    /// <summary>The API of villages, their profiles and their import.</summary>
    public static void MapVillageApi(this IEndpointRouteBuilder app)
    {
        app.MapVillagesApi();
        app.MapProfileApi();
        app.MapVillageImportApi();
        app.MapSuccessionApi();
    }
}
