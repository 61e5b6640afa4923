using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles;

/// <summary>What the village offers: modules on and off, seen by the next request.</summary>
static class ManageModules
{
    const string Modules = "/kelola/modul";

    public static void MapModules(this IEndpointRouteBuilder console)
    {
        console.MapGet("/modul", (HttpContext context, ModuleCards cards, ModuleCosts costs) => View(context, cards, costs)).RequirePermission(HostPermissions.Modules);
        console.MapPost("/modul/{id}/nyalakan", SwitchOnAsync).RequirePermission(HostPermissions.Modules);
        console.MapGet("/modul/{id}/matikan", AskBeforeOff).RequirePermission(HostPermissions.Modules);
        console.MapPost("/modul/{id}/matikan", SwitchOffAsync).RequirePermission(HostPermissions.Modules);
    }

    static Task<Page> SwitchOnAsync(string id, Form<Confirmation> form, HttpContext context, ModuleCards cards, ModuleCosts costs, SwitchModule switches, CancellationToken stop) =>
        SwitchAsync(id, on: true, form, context, cards, costs, switches, stop);

    static Task<Page> SwitchOffAsync(string id, Form<Confirmation> form, HttpContext context, ModuleCards cards, ModuleCosts costs, SwitchModule switches, CancellationToken stop) =>
        SwitchAsync(id, on: false, form, context, cards, costs, switches, stop);

    static Page AskBeforeOff(string id, HttpContext context, ModuleCards cards) =>
        cards.Find(id, context) is { } module ? Page.View("console-module-off", new { module }) : Page.NotFound();

    static async Task<Page> SwitchAsync(
        string id, bool on, Form<Confirmation> form, HttpContext context, ModuleCards cards, ModuleCosts costs, SwitchModule switches, CancellationToken stop)
    {
        var refusal = await switches.RunAsync(ScopePath.Of(PresentVillage.Of(context)!), id, on, stop: stop);
        if (refusal is null) return Page.SeeOther(Modules, message: on ? "console.module.is_on" : "console.module.is_off");
        if (refusal == Refusal.NotFound) return Page.NotFound();
        form.AddError("", refusal.Message.In(RequestLanguage.Of(context)));
        return View(context, cards, costs, form);
    }

    static Page View(HttpContext context, ModuleCards cards, ModuleCosts costs, Form<Confirmation>? form = null)
    {
        var costOf = costs.In(PresentVillage.Of(context)!.Id);
        var all = cards.Of(context).Select(module => module with { Cost = costOf(module.Id) }).ToList();
        return Page.View("console-modules", new
        {
            on = all.Where(module => module.IsWanted).ToArray(),
            off = all.Where(module => !module.IsWanted).ToArray(),
            since = costs.Since,
            may_change = Rights.HoldsToChange(context, HostPermissions.Modules),
        }, form ?? Form.Empty<Confirmation>());
    }
}

/// <summary>A form of nothing but a button.</summary>
sealed record Confirmation;
