using SmartKampung.Host.Modules;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Home;

/// <summary>The village's first page: services, what its modules tell, officials, office and place.</summary>
static class ShowHome
{
    const int OfficialsShown = 5;

    public static async Task<Page> HandleAsync(HttpContext context, IVillageFeatures features, VillageModels models, CancellationToken stop)
    {
        var village = models.Of(PresentVillage.Of(context)!, context);
        var sections = await features.SectionsAsync(context, stop);
        var (officials, heroes) = (village.Officials, village.Heroes);
        return Page.View("village-home", new
        {
            village.Headline,
            village.Lead,
            heroes,
            hero = heroes is [var first, ..] ? first : null,
            village.IsSilent,
            services = features.Services(context),
            parts = HomeParts.Of(PresentVillage.LookOf(context), sections),
            officials = officials.Take(OfficialsShown).ToList(),
            more_officials = officials.Count > OfficialsShown,
            village.Office,
            village.Facts,
            village.Figures,
            village.Map,
            village.StreetMap,
            village.Neighbours,
        });
    }
}
