using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Consoles;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Regency;

/// <summary>Administrators and auditors of the regency, staff and heads of its districts: inviting them by slip, and taking their roles.</summary>
static class ManageRegencyPeople
{
    const string Path = "/kelola/orang";

    static readonly string[] OfRegency = [Roles.RegencyAdministrator, Roles.Auditor];
    static readonly string[] OfDistricts = [Roles.DistrictStaff, Roles.DistrictHead];

    public static void MapRegencyPeople(this IEndpointRouteBuilder console)
    {
        console.MapGet("/orang", (HttpContext context, RegencyPeople people, VillageRegistry villages, TextLibrary texts, CancellationToken stop) =>
            ViewAsync(context, people, villages, texts, Form.Empty<RegencyInvitation>(), stop)).RequirePermission(HostPermissions.RegencyPeople);
        console.MapPost("/orang/slip", InviteAsync).RequirePermission(HostPermissions.RegencyPeople);
        console.MapPost("/orang/slip/{id:guid}/batalkan", TakeSlipBackAsync).RequirePermission(HostPermissions.RegencyPeople);
        console.MapGet("/orang/{id:guid}/cabut", AskBeforeTakingAsync).RequirePermission(HostPermissions.RegencyPeople);
        console.MapPost("/orang/{id:guid}/cabut", TakeRoleAsync).RequirePermission(HostPermissions.RegencyPeople);
    }

    static async Task<Page> InviteAsync(
        Form<RegencyInvitation> form, HttpContext context, RegencyPeople people, VillageRegistry villages, Slips slips, TextLibrary texts, TimeProvider clock, CancellationToken stop)
    {
        if (form.IsValid && !Characters.AreName(form.Value.Name)) form.AddError(nameof(RegencyInvitation.Name), Text(texts, context, "validation.characters"));
        var scope = form.IsValid ? ScopeOf(form, villages, texts, context) : Scope.Regency;
        if (!form.IsValid) return await ViewAsync(context, people, villages, texts, form, stop);
        var content = new SlipContent(form.Value.Name, form.Value.Role, scope.ToString(), SignedIn.Of(context)?.Account.Id);
        return PrintedSlip.View(content, await slips.MakeAsync(content, stop), context, clock, new(PlaceName.Of(content.Scope, villages), null, Path));
    }

    static Scope ScopeOf(Form<RegencyInvitation> form, VillageRegistry villages, TextLibrary texts, HttpContext context)
    {
        var (role, district) = (form.Value.Role, form.Value.District ?? "");
        if (OfRegency.Contains(role)) return Scope.Regency;
        if (!OfDistricts.Contains(role)) form.AddError(nameof(RegencyInvitation.Role), Text(texts, context, "validation.other"));
        else if (villages.Villages.FindDistrict(district) is null) form.AddError(nameof(RegencyInvitation.District), Text(texts, context, "regency.people.district_needed"));
        return Scope.District(district);
    }

    static async Task<Page> TakeSlipBackAsync(Guid id, HttpContext context, RegencyPeople people, VillageRegistry villages, TextLibrary texts, CancellationToken stop)
    {
        if (await people.TakeBackAsync(id, stop)) return Page.SeeOther(Path, message: "console.people.slip_is_back");
        var form = new Form<RegencyInvitation>(null, isFilled: true, new Dictionary<string, string>());
        form.AddError("", Text(texts, context, "console.people.slip_is_gone"));
        return await ViewAsync(context, people, villages, texts, form, stop);
    }

    static async Task<Page> AskBeforeTakingAsync(Guid id, HttpContext context, RegencyPeople people, CancellationToken stop) =>
        (await people.AllAsync(stop)).FirstOrDefault(person => person.Id == id) is { } person
            ? Page.View("console-role-off", new { person, is_self = person.Account == SignedIn.Of(context)?.Account.Id }, Form.Empty<Confirmation>())
            : Page.NotFound();

    static async Task<Page> TakeRoleAsync(Guid id, Form<Confirmation> form, HttpContext context, RegencyPeople people, TextLibrary texts, CancellationToken stop)
    {
        var taken = await people.TakeRoleAsync(id, SignedIn.Of(context)?.Device.Id, stop);
        if (taken is RoleTaking.Done) return Page.SeeOther(Path, message: "console.people.role_is_off");
        if (taken is RoleTaking.NotThere) return Page.NotFound();
        form.AddError("", Text(texts, context, "regency.people.last_administrator"));
        return (await AskBeforeTakingAsync(id, context, people, stop)).With(form);
    }

    static async Task<Page> ViewAsync(HttpContext context, RegencyPeople people, VillageRegistry villages, TextLibrary texts, Form<RegencyInvitation> form, CancellationToken stop) => Page.View("regency-people", new
    {
        people = await people.AllAsync(stop),
        slips = await people.SlipsAsync(stop),
        roles = OfRegency.Concat(OfDistricts).Select(role => new FieldOption(role, Text(texts, context, $"role.{role}"))).ToArray(),
        districts = ScopeOfPage.DistrictsOf(villages).Select(district => new FieldOption(district.Code, district.Name)).Prepend(new FieldOption("", Text(texts, context, "regency.people.no_district"))).ToArray(),
        may_change = Rights.HoldsToChange(context, HostPermissions.RegencyPeople),
    }, form);

    static string Text(TextLibrary texts, HttpContext context, string key) => texts.For(PageOwner.Host.Id, context)[key];
}

/// <summary>Whom a slip is for, and what they get.</summary>
/// <param name="Name">Of the person.</param>
/// <param name="Role">What they get.</param>
/// <param name="District">The code of the district, for its staff and head.</param>
sealed record RegencyInvitation([Required, StringLength(100)] string Name, [Required, StringLength(40)] string Role, [StringLength(20)] string? District);
