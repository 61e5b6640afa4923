using System.Globalization;
using System.Text.Json;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Consoles.Forms;

/// <summary>Saves what was sent of a form of settings, of a village or of what is above it.</summary>
static class SentSettings
{
    const string VersionField = "version";
    const string InheritField = "inherit";
    const string LockField = "lock";
    const string Locked = "locked";

    /// <summary>The form with what is wrong, and whether it was saved: a button that only adds or takes a row saves nothing.</summary>
    public static async Task<(Form<TypedRows> Said, bool IsSaved)> SaveAsync(SettingForm form, IFormCollection sent, WriteSettings write, HttpContext context, CancellationToken stop)
    {
        var typed = new TypedSettings(sent, form.Texts, form.TimeZone);
        var values = Read(form, typed, sent[InheritField].ToString());
        if (form.CanLock) values[Locked] = JsonSerializer.SerializeToElement(sent[LockField].Where(name => form.Settings.Any(setting => setting.Name == name)).ToArray());
        var said = new Form<TypedRows>(typed.Rows, isFilled: true, typed.Typed);
        if (typed.IsOnlyRows) return (said, IsSaved: false);
        foreach (var (name, message) in typed.Mistakes) said.AddError(name, message);
        CheckLibrary(form, values, said);
        var refusal = said.IsValid ? await write.RunAsync(form.Path, form.Module.Id, values, VersionIn(sent), stop) : write.Check(form.Path, form.Module.Id, values);
        if (refusal is not null) Tell(said, refusal, RequestLanguage.Of(context));
        return (said, said.IsValid);
    }

    /// <summary>What the scope will set: all that it set and can't see, or may not change, stays.</summary>
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
}
