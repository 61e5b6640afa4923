using SmartKampung.Host.Pages;
using SmartKampung.Host.Papers;
using SmartKampung.Host.Privacy;
using SmartKampung.Host.Search;

namespace SmartKampung.Host.Home;

/// <summary>The pages that every village has, whatever its modules.</summary>
static class VillagePages
{
    public static IServiceCollection AddHome(this IServiceCollection services) => services
        .AddSingleton<VillageModels>()
        .AddSingleton<ArrangedMenu>()
        .AddSingleton<ISiteMenu>(services => services.GetRequiredService<ArrangedMenu>())
        .AddSingleton<ProfileSearch>()
        .AddSingleton<OwnPageSearch>();

    public static IEndpointRouteBuilder MapVillagePages(this IEndpointRouteBuilder village)
    {
        village.MapGet("/", ShowHome.HandleAsync).AllowAnyone().CachePage();
        village.MapGet("/profil", ShowProfile.Handle).AllowAnyone().CachePage();
        village.MapGet("/halaman/{slug}", ShowOwnPage.HandleAsync).AllowAnyone().CachePage();
        village.MapGet("/cari", SearchVillage.HandleAsync).AllowAnyone();
        village.MapGet("/qr", ShowQr.Handle).AllowAnyone().CachePage();
        village.MapGet("/qr.svg", ShowQr.Draw).AllowAnyone().CachePage();
        village.MapGet("/peta-situs", ShowSiteMap.Handle).AllowAnyone().CachePage();
        village.MapGet("/sitemap.xml", WriteSitemap.HandleAsync).AllowAnyone().CachePage();
        return village.MapStatementKey().MapNotice();
    }
}
