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

    static Page Ask(string code, string? kembali, HttpContext context, VillagesInSight villages) =>
        Find(code, context, villages) is { } village ? View(village, kembali, Form.Empty<SupportReason>(), context) : Page.NotFound();

    static async Task<IResult> BeginAsync(string code, string? kembali, Form<SupportReason> form, HttpContext context, VillagesInSight villages, SupportVisits visits, TextLibrary texts, CancellationToken stop)
    {
        if (Find(code, context, villages) is not { } village || SignedIn.Of(context) is not { } person) return Page.NotFound();
        if (form.IsValid && !Characters.AreText(form.Value.Reason)) form.AddError("reason", texts.For(PageOwner.Host.Id, context)["validation.characters"]);
        if (!form.IsValid) return View(village, kembali, form, context);
        await visits.BeginAsync(village.Id, person.Account, form.Value.Reason, stop);
        return new SeeOther(WayIn(village, kembali, context));
    }

    static async Task<Page> EndAsync(string code, Form<Consoles.Confirmation> form, HttpContext context, VillagesInSight villages, SupportVisits visits, CancellationToken stop)
    {
        if (villages.Find(code, context) is not { } village || SignedIn.Of(context) is not { } person) return Page.NotFound();
        await visits.EndAsync(village.Id, person.Account.Id, stop);
        return Page.SeeOther($"{ManageVillages.Path}/{village.Code}", message: "support.ended");
    }

    static VillageEntry? Find(string code, HttpContext context, VillagesInSight villages) => villages.Find(code, context) is { IsClosed: false } village ? village : null;

    /// <summary>The page of the village's console that was asked for, or its first one.</summary>
    static string WayIn(VillageEntry village, string? back, HttpContext context)
    {
        var console = AddressBook.Of(context).InVillage(village.Slug, "/kelola");
        return back?.StartsWith(console, StringComparison.Ordinal) is true ? ReturnAddress.Of(context, back) : console;
    }

    static Page View(VillageEntry village, string? back, Form form, HttpContext context) =>
        Page.View("regency-support", new { row = VillageRow.Of(village), back = back is null ? "" : ReturnAddress.Query(context, back) }, form);
}

/// <summary>Why somebody enters a village.</summary>
sealed record SupportReason([Required, StringLength(300, MinimumLength = 10), Display(Name = "support.reason")] string Reason);
