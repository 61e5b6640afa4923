using SmartKampung.Host.Accounts;
using SmartKampung.Host.Consoles;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Regency;

/// <summary>How far a roll-out is, and what stops it, lets it go on and takes it back.</summary>
static class RollOutProgress
{
    public static void MapRollOutProgress(this IEndpointRouteBuilder console)
    {
        var one = console.MapGroup("/peluncuran/{id:guid}");
        one.MapGet("/", ShowAsync).RequirePermission(HostPermissions.RegencyModules);
        one.MapPost("/jeda", (Guid id, Form<Confirmation> form, RollOuts rollOuts, CancellationToken stop) => AnswerAsync(id, form, rollOuts.PauseAsync(id, stop))).RequirePermission(HostPermissions.RegencyModules);
        one.MapPost("/lanjut", (Guid id, Form<Confirmation> form, RollOuts rollOuts, CancellationToken stop) => AnswerAsync(id, form, rollOuts.GoOnAsync(id, stop))).RequirePermission(HostPermissions.RegencyModules);
        one.MapPost("/hentikan", (Guid id, Form<Confirmation> form, RollOuts rollOuts, CancellationToken stop) => AnswerAsync(id, form, rollOuts.CancelAsync(id, stop))).RequirePermission(HostPermissions.RegencyModules);
        one.MapPost("/kembalikan", (Guid id, Form<Confirmation> form, RollOuts rollOuts, CancellationToken stop) => AnswerAsync(id, form, rollOuts.ReturnAsync(id, stop))).RequirePermission(HostPermissions.RegencyModules);
    }

    /// <summary>Whatever became of it, the page tells how it is now.</summary>
    static async Task<Page> AnswerAsync(Guid id, Form<Confirmation> form, Task<bool> doing)
    {
        var isDone = await doing && form.IsValid;
        return Page.SeeOther($"{RollOutPages.Path}/{id}", message: isDone ? "rollout.understood" : "rollout.too_late");
    }

    static async Task<Page> ShowAsync(Guid id, HttpContext context, RollOuts rollOuts, IModuleCatalog catalog, VillageRegistry registry, CancellationToken stop)
    {
        if (await rollOuts.FindAsync(id, stop) is not { } rollOut) return Page.NotFound();
        var (villages, language) = (await rollOuts.VillagesOfAsync(id, stop), RequestLanguage.Of(context));
        var refused = villages.Where(village => village.Result is RollOutResult.Refused).ToArray();
        return Page.View("regency-rollout", new
        {
            rollout = RollOutView.Of(rollOut, catalog, language),
            done = villages.Count(village => rollOut.IsReturning ? village.Result is RollOutResult.Returned : village.Result is not RollOutResult.Waiting),
            switched = villages.Count(village => village.Result is RollOutResult.Switched),
            returned = villages.Count(village => village.Result is RollOutResult.Returned),
            same = villages.Count(village => village.Result is RollOutResult.Same),
            waiting = villages.Count(village => village.Result is RollOutResult.Waiting),
            refused = refused.Select(village => Told(village, registry, language)).ToArray(),
            may_change = Rights.HoldsToChange(context, HostPermissions.RegencyModules),
        });
    }

    static RefusedVillage Told(RollOutVillage village, VillageRegistry registry, string language) =>
        new(registry.Find(village.Village)?.Code ?? "", registry.Find(village.Village)?.Name ?? "", language == "en" ? village.WhyInEnglish : village.Why);
}
