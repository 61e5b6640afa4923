using SmartKampung.Host.Accounts;
using SmartKampung.Host.Consoles;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Regency;

/// <summary>Closing a village in two steps: read-only first, so that what it has can be looked through, then archived. Both can be taken back.</summary>
static class CloseVillages
{
    public static void MapClosing(this IEndpointRouteBuilder console)
    {
        var village = console.MapGroup("/desa/{code}");
        village.MapGet("/tutup", Ask).RequirePermission(HostPermissions.ChangeVillages);
        village.MapPost("/baca-saja", MakeReadOnlyAsync).RequirePermission(HostPermissions.ChangeVillages);
        village.MapPost("/arsipkan", ArchiveAsync).RequirePermission(HostPermissions.ChangeVillages);
        village.MapPost("/buka", OpenAsync).RequirePermission(HostPermissions.ChangeVillages);
    }

    static Page Ask(string code, HttpContext context, VillagesInSight villages) =>
        villages.Find(code, context) is { } village ? View(village, Form.Empty<Confirmation>()) : Page.NotFound();

    static Page View(VillageEntry village, Form form) => Page.View("regency-village-close", new { row = VillageRow.Of(village), hosts = village.Record.HostNames }, form);

    static Task<Page> MakeReadOnlyAsync(string code, Form<Confirmation> form, HttpContext context, VillagesInSight villages, ChangeVillage change, CancellationToken stop) =>
        SetAsync(code, new() { ReadOnly = true }, "regency.village.is_read_only", context, villages, change, stop);

    /// <summary>Only what is read-only is archived, so that nobody writes into what is put away.</summary>
    static Task<Page> ArchiveAsync(
        string code, Form<Confirmation> form, HttpContext context, VillagesInSight villages, ChangeVillage change, Pages.TextLibrary texts, CancellationToken stop)
    {
        if (villages.Find(code, context) is { IsReadOnly: false, IsClosed: false } open)
        {
            form.AddError("", texts.For(Pages.PageOwner.Host.Id, context)["regency.close.read_only_first"]);
            return Task.FromResult(View(open, form));
        }

        return SetAsync(code, new() { Closed = true }, "regency.village.is_archived", context, villages, change, stop);
    }

    static Task<Page> OpenAsync(string code, Form<Confirmation> form, HttpContext context, VillagesInSight villages, ChangeVillage change, CancellationToken stop) =>
        SetAsync(code, new() { ReadOnly = false, Closed = false }, "regency.village.is_open", context, villages, change, stop);

    static async Task<Page> SetAsync(
        string code, VillageChange wanted, string message, HttpContext context, VillagesInSight villages, ChangeVillage change, CancellationToken stop)
    {
        if (villages.Find(code, context) is not { } village) return Page.NotFound();
        var (changed, _) = await change.RunAsync(village.Id, wanted, stop);
        return changed is null ? Page.NotFound() : Page.SeeOther($"{ManageVillages.Path}/{changed.Code}", message: message);
    }
}
