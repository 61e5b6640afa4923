using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles;

/// <summary>What each role may do in the village, and roles of its own.</summary>
static class ManageRoles
{
    const string Path = "/kelola/peran";

    public static void MapRoles(this IEndpointRouteBuilder console)
    {
        console.MapGet("/peran", (HttpContext context, RoleList roles, CancellationToken stop) => ViewAsync(context, roles, Form.Empty<NewRole>(), stop)).RequirePermission(HostPermissions.People);
        console.MapPost("/peran", AddAsync).RequirePermission(HostPermissions.People);
        console.MapGet("/peran/{role}", (string role, HttpContext context, RoleList roles) => View(role, context, roles, Form.Empty<Confirmation>())).RequirePermission(HostPermissions.People);
        console.MapPost("/peran/{role}", SaveAsync).RequirePermission(HostPermissions.People);
        console.MapPost("/peran/{role}/semula", ResetAsync).RequirePermission(HostPermissions.People);
    }

    static async Task<Page> AddAsync(Form<NewRole> form, HttpContext context, RoleList roles, ChangeRole change, TextLibrary texts, CancellationToken stop)
    {
        var village = PresentVillage.Of(context)!;
        if (form.IsValid && !Characters.AreName(form.Value.Name)) form.AddError(nameof(NewRole.Name), Text(texts, context, "validation.characters"));
        else if (form.IsValid && roles.IsTaken(village, form.Value.Name, context)) form.AddError(nameof(NewRole.Name), Text(texts, context, "console.roles.taken"));
        if (!form.IsValid) return await ViewAsync(context, roles, form, stop);
        return Page.SeeOther($"{Path}/{await change.AddAsync(village, form.Value.Name, stop)}");
    }

    static async Task<Page> SaveAsync(string role, Form<Confirmation> form, HttpContext context, RoleList roles, ChangeRole change, TextLibrary texts, CancellationToken stop)
    {
        var village = PresentVillage.Of(context)!;
        if (!roles.Contains(village, role)) return Page.NotFound();
        var sent = await FormBody.ReadAsync(context);
        var wanted = sent["permission"].OfType<string>().ToHashSet(StringComparer.Ordinal);
        var done = await change.SetAsync(village, role, wanted, permission => Rights.HoldsToChange(context, permission), stop);
        return Answer(done, role, form, context, roles, texts, "console.role.saved");
    }

    static async Task<Page> ResetAsync(string role, Form<Confirmation> form, HttpContext context, RoleList roles, ChangeRole change, TextLibrary texts, CancellationToken stop)
    {
        var village = PresentVillage.Of(context)!;
        if (!roles.Contains(village, role)) return Page.NotFound();
        var done = await change.ResetAsync(village, role, permission => Rights.HoldsToChange(context, permission), stop);
        if (done is RoleChange.Done && RoleSet.IsOwn(role)) return Page.SeeOther(Path, message: "console.role.gone");
        return Answer(done, role, form, context, roles, texts, "console.role.reset");
    }

    static Page Answer(RoleChange done, string role, Form<Confirmation> form, HttpContext context, RoleList roles, TextLibrary texts, string message)
    {
        if (done is RoleChange.Done) return Page.SeeOther($"{Path}/{role}", message: message);
        form.AddError("", Text(texts, context, $"console.role.{done.ToString().ToLowerInvariant()}"));
        return View(role, context, roles, form);
    }

    static async Task<Page> ViewAsync(HttpContext context, RoleList roles, Form<NewRole> form, CancellationToken stop) => Page.View("console-roles", new
    {
        roles = await roles.OfAsync(PresentVillage.Of(context)!, context, stop),
        may_change = Rights.HoldsToChange(context, HostPermissions.People),
    }, form);

    static Page View(string role, HttpContext context, RoleList roles, Form<Confirmation> form)
    {
        var village = PresentVillage.Of(context)!;
        return roles.Contains(village, role)
            ? Page.View("console-role", new
            {
                role,
                groups = roles.PermissionsOf(village, role, context),
                is_own = RoleSet.IsOwn(role),
                is_changed = roles.IsChanged(village, role),
                may_change = !RoleSets.IsFixed(role) && Rights.HoldsToChange(context, HostPermissions.People),
            }, form)
            : Page.NotFound();
    }

    static string Text(TextLibrary texts, HttpContext context, string key) => texts.For(PageOwner.Host.Id, context)[key];
}

/// <summary>A role of the village's own.</summary>
sealed record NewRole([Required, StringLength(60)] string Name);
