using SmartKampung.Host.Accounts;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Regency;

/// <summary>How the installation is: modules and their errors, slow requests, room on the disk, backups, who has not come for long.</summary>
static class ShowWatch
{
    const int Slowest = 20;
    const int Largest = 10;

    public static void MapWatch(this IEndpointRouteBuilder console) => console.MapGet("/pantau", HandleAsync).RequirePermission(HostPermissions.Watch);

    static async Task<Page> HandleAsync(
        HttpContext context, IModuleCatalog catalog, RecentErrors errors, SlowRequests slow, DiskWatch disk, FigureTable table, VillageRegistry villages, AbsentStaff absent, CancellationToken stop)
    {
        var language = RequestLanguage.Of(context);
        var sheet = await table.OfAsync(villages.Villages.Open, context, stop);
        return Page.View("regency-watch", new
        {
            modules = catalog.Modules.Select(module => StateOf(module, catalog.RemainsOf(module.Id), language)).ToArray(),
            errors = errors.Latest,
            slow = slow.Slowest(Slowest),
            free = Bytes.Write(disk.State.Free, language),
            used = disk.State.Used is { } used ? Bytes.Write(used, language) : null,
            budget = disk.State.Budget is { } budget ? Bytes.Write(budget, language) : null,
            over = disk.State.IsOverBudget,
            largest = sheet.Rows.OrderByDescending(row => row.Bytes).Take(Largest).Where(row => row.Bytes > 0).Select(row => new SizedVillage(row.Code, row.Name, Bytes.Write(row.Bytes, language))).ToArray(),
            never = sheet.Rows.Count(row => row.BackedUpAt is null),
            backed_up = sheet.Rows.Max(row => row.BackedUpAt),
            absent = await absent.ListAsync(stop),
        });
    }

    static ModuleState StateOf(ModuleInfo module, ModuleRemains remains, string language) =>
        new(module.Name.In(language), module.Version, module.Reason, string.Equals(module.State, nameof(Modules.ModuleState.Running), StringComparison.OrdinalIgnoreCase), remains.LostCalls, remains.StillLoaded);

    sealed record ModuleState(string Name, string Version, string? Reason, bool IsRunning, int Lost, int StillLoaded);

    sealed record SizedVillage(string Code, string Name, string Bytes);
}
