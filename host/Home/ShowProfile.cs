using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Home;

/// <summary>What the village tells of itself, and what the register knows of it.</summary>
static class ShowProfile
{
    public static Page Handle(HttpContext context, VillageModels models)
    {
        var village = models.Of(PresentVillage.Of(context)!, context);
        return Page.View("village-profile", new
        {
            village.Lead,
            village.About,
            village.Vision,
            village.Missions,
            village.Hamlets,
            village.Officials,
            village.Office,
            village.Facts,
            village.Map,
            village.StreetMap,
            village.Neighbours,
        });
    }
}
