using System.Globalization;
using System.Text.Json;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Consoles.Forms;

/// <summary>What a village sets for a module, in a form that is made of the module's annotated settings.</summary>
static class ManageSettings
{
    const string VersionField = "version";
    const string InheritField = "inherit";

    public static void MapSettings(this IEndpointRouteBuilder console)
    {
        console.MapGet("/modul/{id}", Show).RequirePermission(HostPermissions.Modules);
        console.MapPost("/modul/{id}", SaveAsync).RequirePermission(HostPermissions.Modules);
    }

    static async Task<Page> Show(string id, HttpContext context, SettingForms forms, CancellationToken stop) =>
        await forms.FindAsync(id, context, stop) is { } form ? View(form, context, Form.Empty<TypedRows>()) : Page.NotFound();

    static async Task<Page> SaveAsync(string id, HttpContext context, SettingForms forms, WriteSettings write, CancellationToken stop)
    {
        if (await forms.FindAsync(id, context, stop) is not { } form) return Page.NotFound();
        var sent = await FormBody.ReadAsync(context);
        var typed = new TypedSettings(sent, form.Texts, VillageClock.Of(context));
        var values = Read(form, typed, sent[InheritField].ToString());
        var said = new Form<TypedRows>(typed.Rows, isFilled: true, typed.Typed);
        if (typed.IsOnlyRows) return View(form, context, said);
        foreach (var (name, message) in typed.Mistakes) said.AddError(name, message);
        CheckLibrary(form, values, said);
        var refusal = said.IsValid ? await write.RunAsync(form.Path, id, values, VersionIn(sent), stop) : write.Check(form.Path, id, values);
        if (refusal is not null) Tell(said, refusal, RequestLanguage.Of(context));
        return said.IsValid ? Page.SeeOther($"/kelola/modul/{id}", message: "console.settings.saved") : View((await forms.FindAsync(id, context, stop))!, context, said);
    }

    /// <summary>What the village will set: all that it set and can't see, or may not change, stays.</summary>
    static Dictionary<string, JsonElement> Read(SettingForm form, TypedSettings typed, string inherit)
    {
        var values = new Dictionary<string, JsonElement>();
        foreach (var setting in form.Settings.Where(setting => setting.Name != inherit))
        {
            var above = form.Above(setting);
            if (above.LockedBy is not null) continue;
            if (typed.Read(setting, form.OwnValue(setting), above.Value) is { } json) values[setting.Name] = JsonElement.Parse(json);
        }

        return values;
    }

    /// <summary>Only what the village has, and what pages can show, is chosen.</summary>
    static void CheckLibrary(SettingForm form, Dictionary<string, JsonElement> values, Form said)
    {
        foreach (var setting in form.Settings.Where(setting => setting.IsOfLibrary()))
            if (values.TryGetValue(setting.Name, out var json) && json.TryGetGuid(out var id) && !form.Choices.Has(id, setting.KindOf() is SettingKind.Picture)) said.AddError(setting.Name, form.Texts["media.setting.gone"]);
    }

    static void Tell(Form said, Refusal refusal, string language)
    {
        foreach (var error in refusal.Errors) said.AddError(error.Pointer.TrimStart('/'), error.Message.In(language));
        if (refusal.Errors.Count == 0) said.AddError("", refusal.Message.In(language));
    }

    static long VersionIn(IFormCollection sent) => long.TryParse(sent[VersionField], CultureInfo.InvariantCulture, out var version) ? version : -1;

    static Page View(SettingForm form, HttpContext context, Form<TypedRows> said) => Page.View("console-settings", new
    {
        id = form.Module.Id,
        name = form.Module.Name.In(RequestLanguage.Of(context)),
        version = form.Version.ToString(CultureInfo.InvariantCulture),
        sections = form.Sections(said),
        may_change = ConsoleRights.MayChange(context, HostPermissions.Modules),
    }, said);
}
