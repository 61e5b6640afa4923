using SmartKampung.Host.Accounts;
using SmartKampung.Host.Consoles;

namespace SmartKampung.Host.Regency;

/// <summary>What needs attention, and where all villages stand.</summary>
static class ShowRegencyStart
{
    public static Page Handle(HttpContext context, VillagesInSight villages, RegencyTroubles troubles, ConsoleMenu menu)
    {
        var seen = villages.Of(context);
        return Page.View("regency-start", new
        {
            troubles = SignedIn.Of(context)?.Districts is null ? troubles.In(context) : [],
            modules = menu.OfModules(context).ToArray(),
            open = seen.Count(village => VillageRow.StateOf(village) == "open"),
            read_only = seen.Where(village => VillageRow.StateOf(village) == "read_only").Select(VillageRow.Of).ToArray(),
            archived = seen.Count(village => village.IsClosed),
        });
    }
}
