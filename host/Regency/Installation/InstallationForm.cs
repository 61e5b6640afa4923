using System.Text.Json;
using SmartKampung.Host.Consoles.Forms;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Regency;

/// <summary>The form of the installation's settings, drawn as those of modules are.</summary>
sealed class InstallationForm(InstallationValues kept, StoredConfiguration stored, IConfiguration configuration, Texts texts, IHtmlSanitizer sanitizer)
{
    readonly SettingWriting writing = new(texts, SiteClock.TimeZone);

    public IReadOnlyList<SettingSection> Sections(Form form) =>
        [.. from setting in InstallationStore.Settings group FieldOf(setting, form) by writing.Section(setting) into section select new SettingSection(section.Key, [.. section])];

    /// <summary>What is to be set, and what of it is wrong.</summary>
    public (Dictionary<string, string> Values, Form<Consoles.Confirmation> Said) Read(IFormCollection sent, string inherit, string language)
    {
        var typed = new TypedSettings(sent, texts, SiteClock.TimeZone);
        var check = new SettingsCheck([SettingsShape.Of(typeof(InstallationSettings))], sanitizer);
        var values = new Dictionary<string, string>();
        foreach (var setting in InstallationStore.Settings.Where(setting => setting.Name != inherit))
        {
            var own = kept.Values.GetValueOrDefault(setting.Name);
            if ((IsOverruled(setting) ? own : typed.Read(setting, own, setting.Default)) is not { } json) continue;
            values[setting.Name] = json;
            if (json != own) check.ReadValue(setting.Name, JsonElement.Parse(json));
        }

        var said = new Form<Consoles.Confirmation>(null, isFilled: true, typed.Typed);
        foreach (var (name, message) in typed.Mistakes) said.AddError(name, message);
        foreach (var error in check.Errors) said.AddError(error.Pointer.TrimStart('/'), error.Message.In(language));
        return (values, said);
    }

    bool IsOverruled(Setting setting) => stored.IsOverruled(InstallationKeys.Of(setting.Name), configuration);

    SettingField FieldOf(Setting setting, Form form)
    {
        var own = kept.Values.GetValueOrDefault(setting.Name);
        return new(setting.Name, FieldMarkup.IdOf(setting.Name), setting.KindOf().ToString().ToLowerInvariant(), writing.Label(setting), ValueOf(setting, form), SourceOf(setting, own))
        {
            Hint = writing.Hint(setting),
            Unit = writing.Unit(setting),
            Error = string.Join(' ', form.Errors.GetValueOrDefault(setting.Name) ?? []),
            IsLocked = IsOverruled(setting),
            IsOwn = !IsOverruled(setting) && own is not null,
            Options = writing.Options(setting),
        };
    }

    string ValueOf(Setting setting, Form form)
    {
        if (setting.KindOf() is SettingKind.Secret) return "";
        return form.IsFilled && form.Typed.TryGetValue(setting.Name, out var typed) ? typed : writing.ForField(setting, Present(setting));
    }

    string SourceOf(Setting setting, string? own)
    {
        if (IsOverruled(setting)) return texts["installation.overruled", InstallationKeys.Of(setting.Name)];
        if (setting.KindOf() is SettingKind.Secret) return texts[own is null ? "console.setting.secret_empty" : "console.setting.secret_kept"];
        var standard = texts["console.setting.default", writing.ForReader(setting, setting.Default)];
        return own is null ? standard : texts["console.setting.own", writing.ForReader(setting, own), standard];
    }

    /// <summary>The value that counts, as JSON.</summary>
    string Present(Setting setting)
    {
        if (configuration[InstallationKeys.Of(setting.Name)] is not { } value) return setting.Default;
        return setting.Type == typeof(string) ? JsonSerializer.Serialize(value) : value.ToLowerInvariant();
    }
}
