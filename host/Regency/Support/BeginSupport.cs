using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Regency;

/// <summary>Entering a village as its support, for an hour and with a reason that the village reads.</summary>
static class BeginSupport
{
    public static void MapSupport(this IEndpointRouteBuilder console)
    {
        console.MapGet("/desa/{code}/dukungan", Ask).RequirePermission(HostPermissions.Support);
        console.MapPost("/desa/{code}/dukungan", BeginAsync).RequirePermission(HostPermissions.Support);
        console.MapPost("/desa/{code}/dukungan/akhiri", EndAsync).RequirePermission(HostPermissions.Support);
    }

    static Page Ask(string code, HttpContext context, VillagesInSight villages) =>
        Find(code, context, villages) is { } village ? View(village, Form.Empty<SupportReason>()) : Page.NotFound();

    static async Task<IResult> BeginAsync(string code, Form<SupportReason> form, HttpContext context, VillagesInSight villages, SupportVisits visits, TextLibrary texts, CancellationToken stop)
    {
        if (Find(code, context, villages) is not { } village || SignedIn.Of(context) is not { } person) return Page.NotFound();
        if (form.IsValid && !Characters.AreText(form.Value.Reason)) form.AddError("reason", texts.For(PageOwner.Host.Id, context)["validation.characters"]);
        if (!form.IsValid) return View(village, form);
        await visits.BeginAsync(village.Id, person.Account, form.Value.Reason, stop);
        return new SeeOther($"/{village.Slug}{(RequestLanguage.Of(context) == "en" ? "/en" : "")}/kelola");
    }

    static async Task<Page> EndAsync(string code, Form<Consoles.Confirmation> form, HttpContext context, VillagesInSight villages, SupportVisits visits, CancellationToken stop)
    {
        if (villages.Find(code, context) is not { } village || SignedIn.Of(context) is not { } person) return Page.NotFound();
        await visits.EndAsync(village.Id, person.Account.Id, stop);
        return Page.SeeOther($"{ManageVillages.Path}/{village.Code}", message: "support.ended");
    }

    static VillageEntry? Find(string code, HttpContext context, VillagesInSight villages) => villages.Find(code, context) is { IsClosed: false } village ? village : null;

    static Page View(VillageEntry village, Form form) => Page.View("regency-support", new { row = VillageRow.Of(village) }, form);
}

/// <summary>Why somebody enters a village.</summary>
sealed record SupportReason([Required, StringLength(300, MinimumLength = 10), Display(Name = "support.reason")] string Reason);
