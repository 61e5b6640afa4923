using System.Globalization;
using System.Text.Json;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Accounts.Interrupted;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles.Forms;

/// <summary>What a village sets for a module, in a form that is made of the module's annotated settings.</summary>
static class ManageSettings
{
    const string VersionField = "version";
    const string InheritField = "inherit";

    public static void MapSettings(this IEndpointRouteBuilder console)
    {
        console.MapGet("/modul/{id}", Show).RequirePermission(HostPermissions.Modules);
        console.MapPost("/modul/{id}", SaveAsync).WithMetadata(MayHoldSecrets.Metadata).RequirePermission(HostPermissions.Modules);
    }

    static Page Show(string id, HttpContext context, SettingForms forms) =>
        forms.Find(id, PresentVillage.Of(context)!, context) is { } form ? View(form, context, Form.Empty<Confirmation>()) : Page.NotFound();

    static async Task<Page> SaveAsync(string id, HttpContext context, SettingForms forms, WriteSettings write, CancellationToken stop)
    {
        if (forms.Find(id, PresentVillage.Of(context)!, context) is not { } form) return Page.NotFound();
        var sent = await FormBody.ReadAsync(context);
        var typed = new TypedSettings(sent, form.Texts, VillageClock.Of(context));
        var values = Read(form, typed, sent[InheritField].ToString());
        var said = new Form<Confirmation>(null, isFilled: true, typed.Typed);
        foreach (var (name, message) in typed.Mistakes) said.AddError(name, message);
        var refusal = said.IsValid ? await write.RunAsync(form.Path, id, values, VersionIn(sent), stop) : write.Check(form.Path, id, values);
        if (refusal is not null) Tell(said, refusal, RequestLanguage.Of(context));
        return said.IsValid ? Page.SeeOther($"/kelola/modul/{id}", message: "console.settings.saved") : View(forms.Find(id, PresentVillage.Of(context)!, context)!, context, said);
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

    static void Tell(Form said, Refusal refusal, string language)
    {
        foreach (var error in refusal.Errors) said.AddError(error.Pointer.TrimStart('/'), error.Message.In(language));
        if (refusal.Errors.Count == 0) said.AddError("", refusal.Message.In(language));
    }

    static long VersionIn(IFormCollection sent) => long.TryParse(sent[VersionField], CultureInfo.InvariantCulture, out var version) ? version : -1;

    static Page View(SettingForm form, HttpContext context, Form<Confirmation> said) => Page.View("console-settings", new
    {
        id = form.Module.Id,
        name = form.Module.Name.In(RequestLanguage.Of(context)),
        version = form.Version.ToString(CultureInfo.InvariantCulture),
        sections = form.Sections(said),
        may_change = ConsoleRights.MayChange(context, HostPermissions.Modules),
    }, said);
}
