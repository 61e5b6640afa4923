using SmartKampung.Host.Accounts;
using SmartKampung.Host.Consoles.Forms;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Regency;

/// <summary>What a module's settings are at first for all villages, or for a district's, and which of them villages can't change.</summary>
static class RegencySettings
{
    public static void MapRegencySettings(this IEndpointRouteBuilder console)
    {
        console.MapGet("/modul/{module}/pengaturan", Show).RequirePermission(HostPermissions.RegencyModules);
        console.MapPost("/modul/{module}/pengaturan", SaveAsync).WithMetadata(SecretFields.OfModule("module")).RequirePermission(HostPermissions.RegencyModules);
    }

    static async Task<Page> Show(string module, string? kecamatan, HttpContext context, SettingForms forms, VillageRegistry villages, ScopeNames names, CancellationToken stop) =>
        await FindAsync(module, kecamatan, context, forms, villages, stop) is { } form ? View(form, kecamatan, context, villages, names, Form.Empty<TypedRows>()) : Page.NotFound();

    static async Task<Page> SaveAsync(
        string module, string? kecamatan, HttpContext context, SettingForms forms, WriteSettings write, VillageRegistry villages, ScopeNames names, CancellationToken stop)
    {
        if (await FindAsync(module, kecamatan, context, forms, villages, stop) is not { } form) return Page.NotFound();
        var (said, isSaved) = await SentSettings.SaveAsync(form, await FormBody.ReadAsync(context), write, context, stop);
        return isSaved
            ? Page.SeeOther($"{RegencyModules.Path}/{module}/pengaturan{ScopeOfPage.Query(kecamatan)}", message: "console.settings.saved")
            : View((await FindAsync(module, kecamatan, context, forms, villages, stop))!, kecamatan, context, villages, names, said);
    }

    static Task<SettingForm?> FindAsync(string module, string? district, HttpContext context, SettingForms forms, VillageRegistry villages, CancellationToken stop) =>
        ScopeOfPage.PathOf(district, villages) is { } path ? forms.FindAsync(module, path, SiteClock.TimeZone, context, stop) : Task.FromResult<SettingForm?>(null);

    static Page View(SettingForm form, string? district, HttpContext context, VillageRegistry villages, ScopeNames names, Form said) => Page.View("regency-settings", new
    {
        id = form.Module.Id,
        name = form.Module.Name.In(RequestLanguage.Of(context)),
        where = names.Of(form.Path.Own),
        district,
        districts = ScopeOfPage.DistrictsOf(villages),
        action = $"{RegencyModules.Path}/{form.Module.Id}/pengaturan{ScopeOfPage.Query(district)}",
        version = form.WrittenVersion,
        sections = form.Sections(said),
        with_editor = form.HasRichText,
        may_change = Rights.HoldsToChange(context, HostPermissions.RegencyModules),
    }, said);
}
