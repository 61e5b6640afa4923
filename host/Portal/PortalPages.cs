using SmartKampung.Host.Papers;
using SmartKampung.Host.Search;

namespace SmartKampung.Host.Portal;

/// <summary>The portal's own pages.</summary>
static class PortalPages
{
    public static IServiceCollection AddPortal(this IServiceCollection services) => services
        .AddSingleton<PresentOutlines>()
        .AddSingleton<RegencyMaps>()
        .AddSingleton<DistrictMaps>()
        .AddSingleton<DistrictLists>()
        .AddSingleton<PortalFigures>()
        .AddSingleton<WrittenVillages>();

    public static IEndpointRouteBuilder MapPortalPages(this IEndpointRouteBuilder portal)
    {
        portal.MapGet("/", ShowPortal.HandleAsync).AllowAnyone().CachePage();
        portal.MapGet("/desa", ShowDirectory.Handle).AllowAnyone().CachePage("halaman");
        portal.MapGet("/cari", SearchPortal.HandleAsync).AllowAnyone();
        portal.MapGet("/kecamatan/{district}", ShowDistrict.Handle).AllowAnyone().CachePage();
        portal.MapGet("/wilayah/{code}", ShowArea.Handle).AllowAnyone().CachePage();
        portal.MapGet("/peta", ShowMap.Handle).AllowAnyone().CachePage();
        portal.MapGet("/sitemap.xml", WriteSitemapIndex.HandleAsync).AllowAnyone().CachePage();
        portal.MapGet("/robots.txt", WriteRobots.Handle).AllowAnyone().CachePage();
        return portal.MapCertificate();
    }
}
