using SmartKampung.Host.Modules;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Home;

/// <summary>All parts of the village's site on one page, for readers.</summary>
static class ShowSiteMap
{
    public static Page Handle(HttpContext context, IVillageFeatures features) =>
        Page.View("village-sitemap", new
        {
            services = features.Services(context),
            pages_of_village = PresentVillage.LookOf(context).Pages.Where(page => page.IsPublished).ToArray(),
        });
}
