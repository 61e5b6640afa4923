using SmartKampung.Host.Search;

namespace SmartKampung.Host.Home;

/// <summary>The pages that every village has, whatever its modules.</summary>
static class VillagePages
{
    public static IServiceCollection AddHome(this IServiceCollection services) => services
        .AddSingleton<VillageModels>()
        .AddSingleton<ProfileSearch>();

    public static void MapVillagePages(this IEndpointRouteBuilder village)
    {
        village.MapGet("/", ShowHome.HandleAsync).AllowAnyone();
        village.MapGet("/profil", ShowProfile.Handle).AllowAnyone();
        village.MapGet("/cari", SearchVillage.HandleAsync).AllowAnyone();
        village.MapGet("/qr", ShowQr.Handle).AllowAnyone();
        village.MapGet("/qr.svg", ShowQr.Draw).AllowAnyone();
        village.MapGet("/peta-situs", ShowSiteMap.Handle).AllowAnyone();
        village.MapGet("/sitemap.xml", WriteSitemap.HandleAsync).AllowAnyone();
    }
}
