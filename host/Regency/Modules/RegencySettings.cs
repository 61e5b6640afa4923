using SmartKampung.Host.Accounts;
using SmartKampung.Host.Consoles;
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
        console.MapPost("/modul/{module}/pengaturan", SaveAsync).RequirePermission(HostPermissions.RegencyModules);
    }

    static Page Show(string module, string? kecamatan, HttpContext context, SettingForms forms, VillageRegistry villages, ScopeNames names) =>
        Find(module, kecamatan, context, forms, villages) is { } form ? View(form, kecamatan, context, villages, names, Form.Empty<Confirmation>()) : Page.NotFound();

    static async Task<Page> SaveAsync(
        string module, string? kecamatan, HttpContext context, SettingForms forms, WriteSettings write, VillageRegistry villages, ScopeNames names, CancellationToken stop)
    {
        if (Find(module, kecamatan, context, forms, villages) is not { } form) return Page.NotFound();
        var said = await SentSettings.SaveAsync(form, await FormBody.ReadAsync(context), write, context, stop);
        return said.IsValid
            ? Page.SeeOther($"{RegencyModules.Path}/{module}/pengaturan{ScopeOfPage.Query(kecamatan)}", message: "console.settings.saved")
            : View(Find(module, kecamatan, context, forms, villages)!, kecamatan, context, villages, names, said);
    }

    static SettingForm? Find(string module, string? district, HttpContext context, SettingForms forms, VillageRegistry villages) =>
        ScopeOfPage.PathOf(district, villages) is { } path ? forms.Find(module, path, SiteClock.TimeZone, context) : null;

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
        may_change = ConsoleRights.MayChange(context, HostPermissions.RegencyModules),
    }, said);
}
