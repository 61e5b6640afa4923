using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles;

/// <summary>Who works here: inviting by slip, and giving and taking roles.</summary>
static class ManagePeople
{
    const string Path = "/kelola/orang";

    public static void MapPeople(this IEndpointRouteBuilder console)
    {
        console.MapGet("/orang", (HttpContext context, People people, GrantableRoles roles, TextLibrary texts, CancellationToken stop) => ViewAsync(context, people, roles, texts, Form.Empty<Invitation>(), stop))
            .RequirePermission(HostPermissions.People);
        console.MapPost("/orang/slip", InviteAsync).RequirePermission(HostPermissions.People);
        console.MapPost("/orang/slip/{id:guid}/batalkan", TakeSlipBackAsync).RequirePermission(HostPermissions.People);
        console.MapPost("/orang/{id:guid}/slip", RenewPassword.HandleAsync).RequirePermission(HostPermissions.People);
        console.MapGet("/orang/{id:guid}/cabut", AskBeforeTakingAsync).RequirePermission(HostPermissions.People);
        console.MapPost("/orang/{id:guid}/cabut", TakeRoleAsync).RequirePermission(HostPermissions.People);
    }

    /// <summary>Shows the slip in the answer itself: its code is told once, and kept nowhere.</summary>
    static async Task<Page> InviteAsync(
        Form<Invitation> form, HttpContext context, People people, GrantableRoles roles, Slips slips, TextLibrary texts, TimeProvider clock, CancellationToken stop)
    {
        if (form.IsValid && !Characters.AreName(form.Value.Name)) form.AddError(nameof(Invitation.Name), Text(texts, context, "validation.characters"));
        else if (form.IsValid && !roles.Of(context).Contains(form.Value.Role)) form.AddError(nameof(Invitation.Role), Text(texts, context, "console.people.role_not_yours"));
        var territory = form.IsValid ? TerritoryOf(form, Text(texts, context, "validation.required")) : null;
        if (!form.IsValid) return await ViewAsync(context, people, roles, texts, form, stop);
        var scope = Scope.Village(PresentVillage.Of(context)!.Id).ToString();
        var content = new SlipContent(form.Value.Name, form.Value.Role, scope, SignedIn.Of(context)?.Account.Id, Territory: territory);
        return PrintedSlip.View(content, await slips.MakeAsync(content, stop), context, clock);
    }

    /// <summary>Null where the role is not limited to a part of the village.</summary>
    static Territory? TerritoryOf(Form<Invitation> form, string required)
    {
        var territory = TypedTerritory.Read(form.Value.Hamlet, form.Value.RwNumber, form.Value.RtNumber);
        foreach (var missing in TypedTerritory.Missing(form.Value.Role, territory)) form.AddError(missing, required);
        return territory == new Territory() ? null : territory;
    }

    static async Task<Page> TakeSlipBackAsync(Guid id, HttpContext context, People people, GrantableRoles roles, TextLibrary texts, CancellationToken stop)
    {
        if (await people.TakeBackAsync(id, PresentVillage.Of(context)!, stop)) return Page.SeeOther(Path, message: "console.people.slip_is_back");
        var form = new Form<Invitation>(null, isFilled: true, new Dictionary<string, string>());
        form.AddError("", Text(texts, context, "console.people.slip_is_gone"));
        return await ViewAsync(context, people, roles, texts, form, stop);
    }

    static async Task<Page> AskBeforeTakingAsync(Guid id, HttpContext context, People people, CancellationToken stop)
    {
        var all = await people.OfAsync(PresentVillage.Of(context)!, stop);
        return all.FirstOrDefault(person => person.Id == id) is { } person
            ? Page.View("console-role-off", new { person, is_self = person.Account == SignedIn.Of(context)?.Account.Id }, Form.Empty<Confirmation>())
            : Page.NotFound();
    }

    static async Task<Page> TakeRoleAsync(Guid id, Form<Confirmation> form, HttpContext context, People people, TextLibrary texts, CancellationToken stop)
    {
        var taken = await people.TakeRoleAsync(id, PresentVillage.Of(context)!, SignedIn.Of(context)?.Device.Id, stop);
        if (taken is RoleTaking.Done) return Page.SeeOther(Path, message: "console.people.role_is_off");
        if (taken is RoleTaking.NotThere) return Page.NotFound();
        form.AddError("", Text(texts, context, "console.people.last_administrator"));
        return (await AskBeforeTakingAsync(id, context, people, stop)).With(form);
    }

    public static async Task<Page> ViewAsync(HttpContext context, People people, GrantableRoles roles, TextLibrary texts, Form<Invitation> form, CancellationToken stop)
    {
        var village = PresentVillage.Of(context)!;
        return Page.View("console-people", new
        {
            people = await people.OfAsync(village, stop),
            slips = await people.SlipsOfAsync(village, stop),
            roles = roles.OptionsOf(context),
            may_change = Rights.HoldsToChange(context, HostPermissions.People),
        }, form);
    }

    static string Text(TextLibrary texts, HttpContext context, string key) => texts.For(PageOwner.Host.Id, context)[key];
}

/// <summary>Whom a slip is for, and what they get.</summary>
/// <param name="Name">Of the person.</param>
/// <param name="Role">What they get.</param>
/// <param name="Hamlet">The hamlet that the role is limited to.</param>
/// <param name="RwNumber">The RW that it is limited to.</param>
/// <param name="RtNumber">The RT that it is limited to.</param>
sealed record Invitation(
    [Required, StringLength(100)] string Name,
    [Required, StringLength(40)] string Role,
    [StringLength(60)] string? Hamlet,
    [RegularExpression(Invitation.Number)] string? RwNumber,
    [RegularExpression(Invitation.Number)] string? RtNumber)
{
    public const string Number = "[0-9]{1,3}";
}
