using SmartKampung.Host.Accounts;
using SmartKampung.Host.Consoles;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Regency;

/// <summary>Ends one's own visit from inside the village; what one may see there is over, so it leads to the village's home.</summary>
static class EndSupport
{
    public static async Task<Page> HandleAsync(Form<Confirmation> form, HttpContext context, SupportVisits visits, CancellationToken stop)
    {
        if (SignedIn.Of(context) is not { } person) return Page.NotFound();
        await visits.EndAsync(PresentVillage.Of(context)!.Id, person.Account.Id, stop);
        return Page.SeeOther("/", message: "support.ended");
    }
}
