using SmartKampung.Host.Search;

namespace SmartKampung.Host.Portal;

/// <summary>The portal's own pages.</summary>
static class PortalPages
{
    public static IServiceCollection AddPortal(this IServiceCollection services) => services
        .AddSingleton<PresentOutlines>()
        .AddSingleton<RegencyMaps>()
        .AddSingleton<DistrictMaps>()
        .AddSingleton<PortalFigures>()
        .AddSingleton<WrittenVillages>();

    public static void MapPortalPages(this IEndpointRouteBuilder portal)
    {
        portal.MapGet("/", ShowPortal.HandleAsync).AllowAnyone();
        portal.MapGet("/desa", ShowDirectory.Handle).AllowAnyone();
        portal.MapGet("/cari", SearchPortal.HandleAsync).AllowAnyone();
        portal.MapGet("/kecamatan/{district}", ShowDistrict.Handle).AllowAnyone();
        portal.MapGet("/wilayah/{code}", ShowArea.Handle).AllowAnyone();
        portal.MapGet("/peta", ShowMap.Handle).AllowAnyone();
        portal.MapGet("/sitemap.xml", WriteSitemapIndex.HandleAsync).AllowAnyone();
        portal.MapGet("/robots.txt", WriteRobots.Handle).AllowAnyone();
    }
}
