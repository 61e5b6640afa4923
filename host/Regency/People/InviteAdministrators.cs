using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Consoles;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Regency;

/// <summary>The administrators of a village, as the regency sees and invites them: the first of a new one, and another where none can sign in any more.</summary>
static class InviteAdministrators
{
    public static void MapAdministrators(this IEndpointRouteBuilder console)
    {
        console.MapGet("/desa/{code}/administrator", ShowAsync).RequirePermission(HostPermissions.RegencyPeople);
        console.MapPost("/desa/{code}/administrator/slip", InviteAsync).RequirePermission(HostPermissions.RegencyPeople);
        console.MapPost("/desa/{code}/administrator/slip/{id:guid}/batalkan", TakeSlipBackAsync).RequirePermission(HostPermissions.RegencyPeople);
    }

    static async Task<Page> ShowAsync(string code, HttpContext context, VillagesInSight villages, AdministratorsOfVillages administrators, CancellationToken stop) =>
        Find(code, context, villages) is { } village ? await ViewAsync(village, Form.Empty<AdministratorInvitation>(), context, administrators, stop) : Page.NotFound();

    static async Task<Page> InviteAsync(
        string code, Form<AdministratorInvitation> form, HttpContext context, VillagesInSight villages, AdministratorsOfVillages administrators, Slips slips, TextLibrary texts, TimeProvider clock, CancellationToken stop)
    {
        if (Find(code, context, villages) is not { } village) return Page.NotFound();
        if (form.IsValid && !Characters.AreName(form.Value.Name)) form.AddError(nameof(AdministratorInvitation.Name), Text(texts, context, "validation.characters"));
        if (!form.IsValid) return await ViewAsync(village, form, context, administrators, stop);
        var content = new SlipContent(form.Value.Name, Roles.Administrator, Scope.Village(village.Id).ToString(), SignedIn.Of(context)?.Account.Id);
        return PrintedSlip.View(content, await slips.MakeAsync(content, stop), context, clock, new(village.Name, village.Record.Kind, PathOf(village)));
    }

    static async Task<Page> TakeSlipBackAsync(
        string code, Guid id, Form<Confirmation> confirmation, HttpContext context, VillagesInSight villages, AdministratorsOfVillages administrators, TextLibrary texts, CancellationToken stop)
    {
        if (Find(code, context, villages) is not { } village) return Page.NotFound();
        if (await administrators.TakeBackAsync(id, village, stop)) return Page.SeeOther(PathOf(village), message: "console.people.slip_is_back");
        var form = new Form<AdministratorInvitation>(null, isFilled: true, new Dictionary<string, string>());
        form.AddError("", Text(texts, context, "console.people.slip_is_gone"));
        return await ViewAsync(village, form, context, administrators, stop);
    }

    static VillageEntry? Find(string code, HttpContext context, VillagesInSight villages) => villages.Find(code, context) is { IsClosed: false } village ? village : null;

    static string PathOf(VillageEntry village) => $"{ManageVillages.Path}/{village.Code}/administrator";

    static async Task<Page> ViewAsync(VillageEntry village, Form form, HttpContext context, AdministratorsOfVillages administrators, CancellationToken stop) => Page.View("regency-administrators", new
    {
        row = VillageRow.Of(village),
        people = await administrators.OfAsync(village, stop),
        slips = await administrators.SlipsOfAsync(village, stop),
        may_change = Rights.HoldsToChange(context, HostPermissions.RegencyPeople),
    }, form);

    static string Text(TextLibrary texts, HttpContext context, string key) => texts.For(PageOwner.Host.Id, context)[key];
}

/// <summary>Whom a slip for an administrator is for.</summary>
sealed record AdministratorInvitation([Required, StringLength(100)] string Name);
