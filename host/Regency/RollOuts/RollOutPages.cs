using SmartKampung.Host.Accounts;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Portal;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Regency;

/// <summary>Choosing what goes on or off where, being told what will happen, and starting it.</summary>
static class RollOutPages
{
    public const string Path = "/kelola/peluncuran";

    const int MostListed = 300;
    const int Latest = 20;

    public static void MapRollOuts(this IEndpointRouteBuilder console)
    {
        console.MapGet("/peluncuran", ListAsync).RequirePermission(HostPermissions.RegencyModules);
        console.MapGet("/peluncuran/baru", Choose).RequirePermission(HostPermissions.RegencyModules);
        console.MapGet("/peluncuran/periksa", Check).RequirePermission(HostPermissions.RegencyModules);
        console.MapPost("/peluncuran", StartAsync).RequirePermission(HostPermissions.RegencyModules);
        console.MapRollOutProgress();
    }

    static async Task<Page> ListAsync(HttpContext context, RollOuts rollOuts, IModuleCatalog catalog, CancellationToken stop) => Page.View("regency-rollouts", new
    {
        rollouts = (await rollOuts.LatestAsync(Latest, stop)).Select(rollOut => RollOutView.Of(rollOut, catalog, RequestLanguage.Of(context))).ToArray(),
        may_change = Rights.HoldsToChange(context, HostPermissions.RegencyModules),
    });

    /// <summary>A form that asks for itself: what was chosen stays while more is searched for.</summary>
    static Page Choose(HttpContext context, string? cari, VillageRegistry villages, IModuleCatalog catalog) => ChooseView(OrderIn(context.Request.Query), cari, context, villages, catalog, "");

    static Page ChooseView(RollOutOrder order, string? search, HttpContext context, VillageRegistry villages, IModuleCatalog catalog, string wrong)
    {
        var index = villages.Villages;
        var chosen = order with { Target = "villages" };
        var picked = chosen.TargetsIn(index).Select(VillageRow.Of).ToArray();
        var found = index.Search(new SearchText(search).Value, 1, MostListed).Villages.Select(VillageRow.Of).ExceptBy(picked.Select(row => row.Code), row => row.Code).ToArray();
        return Page.View("regency-rollout-new", new
        {
            order,
            wrong,
            search,
            picked,
            found,
            total = index.Open.Length,
            districts = index.Districts.Select(district => district.District).OrderBy(district => district.Name, StringComparer.OrdinalIgnoreCase).ToArray(),
            modules = catalog.Modules.Select(module => new FieldOption(module.Id, module.Name.In(RequestLanguage.Of(context)))).ToArray(),
        });
    }

    static Page Check(HttpContext context, VillageRegistry villages, IModuleCatalog catalog, RollOutPlan plan, TextLibrary texts)
    {
        var order = OrderIn(context.Request.Query);
        var targets = order.TargetsIn(villages.Villages);
        if (catalog.Find(order.Module) is not { } module || targets.Count == 0)
            return ChooseView(order, null, context, villages, catalog, texts.For(PageOwner.Host.Id, context)["rollout.choose_first"]);
        var language = RequestLanguage.Of(context);
        return Page.View("regency-rollout-check", new
        {
            order = order with { Key = Guid.CreateVersion7() },
            name = module.Name.In(language),
            targets = targets.Count,
            forecast = plan.Of(module, order.IsOn, targets, language),
            back = $"{Path}/baru{context.Request.QueryString}",
            may_change = Rights.HoldsToChange(context, HostPermissions.RegencyModules),
        });
    }

    static async Task<Page> StartAsync(Form<RollOutOrder> form, HttpContext context, VillageRegistry villages, IModuleCatalog catalog, RollOuts rollOuts, CancellationToken stop)
    {
        if (!form.IsValid || form.Value.Key == Guid.Empty || catalog.Find(form.Value.Module) is not { } module) return Page.SeeOther($"{Path}/baru", message: "rollout.choose_first");
        var targets = form.Value.TargetsIn(villages.Villages);
        if (targets.Count == 0) return Page.SeeOther($"{Path}/baru", message: "rollout.choose_first");
        await rollOuts.StartAsync(form.Value.Key, module.Id, form.Value.IsOn, [.. targets.Select(village => village.Id)], SignedIn.Of(context)?.Account.Name ?? "", stop);
        return Page.SeeOther($"{Path}/{form.Value.Key}", message: "rollout.started");
    }

    static RollOutOrder OrderIn(IQueryCollection query) => new(
        Guid.Empty, query["module"].ToString(), query["direction"] == "off" ? "off" : "on", query["target"].ToString() is "district" or "all" ? query["target"].ToString() : "villages",
        query["district"], [.. query["villages"].OfType<string>().Where(code => code.Length > 0)]);
}
