using SmartKampung.Host.Accounts;
using SmartKampung.Host.Accounts.Interrupted;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Consoles.Forms;

/// <summary>What a village sets for a module, in a form that is made of the module's annotated settings.</summary>
static class ManageSettings
{
    public static void MapSettings(this IEndpointRouteBuilder console)
    {
        console.MapGet("/modul/{id}", Show).RequirePermission(HostPermissions.Modules);
        console.MapPost("/modul/{id}", SaveAsync).WithMetadata(new MayHoldSecrets(SecretsIn)).RequirePermission(HostPermissions.Modules);
    }

    static IReadOnlyCollection<string> SecretsIn(HttpContext context) =>
        context.RequestServices.GetRequiredService<IModuleCatalog>().FindSettings(context.GetRouteValue("id") as string ?? "") is { } module
            ? [.. module.SettingsTypes.SelectMany(type => SettingsShape.Of(type).Settings).Where(setting => setting.KindOf() is SettingKind.Secret).Select(setting => setting.Name)]
            : [];

    static async Task<Page> Show(string id, HttpContext context, SettingForms forms, CancellationToken stop) =>
        await forms.FindAsync(id, context, stop) is { } form ? View(form, context, Form.Empty<TypedRows>()) : Page.NotFound();

    static async Task<Page> SaveAsync(string id, HttpContext context, SettingForms forms, WriteSettings write, CancellationToken stop)
    {
        if (await forms.FindAsync(id, context, stop) is not { } form) return Page.NotFound();
        var (said, isSaved) = await SentSettings.SaveAsync(form, await FormBody.ReadAsync(context), write, context, stop);
        return isSaved ? Page.SeeOther($"/kelola/modul/{id}", message: "console.settings.saved") : View((await forms.FindAsync(id, context, stop))!, context, said);
    }

    static Page View(SettingForm form, HttpContext context, Form<TypedRows> said) => Page.View("console-settings", new
    {
        id = form.Module.Id,
        name = form.Module.Name.In(RequestLanguage.Of(context)),
        version = form.WrittenVersion,
        sections = form.Sections(said),
        with_editor = form.HasRichText,
        may_change = Rights.HoldsToChange(context, HostPermissions.Modules),
    }, said);
}
