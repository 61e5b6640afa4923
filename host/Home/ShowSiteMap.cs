using SmartKampung.Host.Modules;

namespace SmartKampung.Host.Home;

/// <summary>All parts of the village's site on one page, for readers.</summary>
static class ShowSiteMap
{
    public static Page Handle(HttpContext context, IVillageFeatures features) =>
        Page.View("village-sitemap", new { services = features.Services(context) });
}
