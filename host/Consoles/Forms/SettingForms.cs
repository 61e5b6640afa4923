using System.ComponentModel.DataAnnotations;
using System.Reflection;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Consoles.Forms;

/// <summary>Makes the forms of modules' settings in a village.</summary>
sealed class SettingForms(IModuleCatalog catalog, SettingsReader reader, ModuleConfigurations configurations, ScopeNames names, TextLibrary library)
{
    /// <summary>The settings of a module that a form can show; null where there are none.</summary>
    public SettingForm? Find(string module, Village village, HttpContext context)
    {
        if (catalog.Find(module) is not { SettingsTypes.Count: > 0 } info) return null;
        var texts = (Texts)library.For(module, context);
        return new SettingForm(info, village, reader, configurations.Find(Scope.Village(village.Id), module), names, texts);
    }
}

/// <summary>The form of a module's settings in a village.</summary>
sealed class SettingForm(ModuleInfo module, Village village, SettingsReader reader, ModuleConfiguration? own, ScopeNames names, Texts texts)
{
    readonly SettingWriting writing = new(texts, village.TimeZone);

    public ModuleInfo Module => module;

    public Texts Texts => texts;

    /// <summary>Changes whenever the village's settings do.</summary>
    public long Version => own?.Version ?? 0;

    public ScopePath Path { get; } = ScopePath.Of(village);

    public IReadOnlyList<Setting> Settings { get; } = [.. module.SettingsTypes.SelectMany(type => SettingsShape.Of(type).Settings)];

    public string? OwnValue(Setting setting) => own?.Values.GetValueOrDefault(setting.Name);

    /// <summary>What holds without the village's own value.</summary>
    public Inherited<string> Above(Setting setting) => reader.Find(ScopePath.OfDistrict(village.District.Code), module.Id, setting);

    public IReadOnlyList<SettingSection> Sections(Form form) =>
    [
        .. from setting in Settings
           where setting.KindOf() is not SettingKind.None
           group FieldOf(setting, form) by writing.Section(setting) into section
           select new SettingSection(section.Key, [.. section]),
    ];

    SettingField FieldOf(Setting setting, Form form)
    {
        var value = reader.Find(Path, module.Id, setting);
        var isLocked = value.LockedAbove(Path.Own) is not null;
        return new SettingField(
            setting.Name, FieldMarkup.IdOf(setting.Name), setting.KindOf().ToString().ToLowerInvariant(), writing.Label(setting), ValueOf(setting, value, form), SourceOf(setting, value))
        {
            Hint = writing.Hint(setting),
            Unit = writing.Unit(setting),
            Error = string.Join(' ', form.Errors.GetValueOrDefault(setting.Name) ?? []),
            MaxLength = setting.Property.GetCustomAttribute<StringLengthAttribute>()?.MaximumLength,
            IsLocked = isLocked,
            IsOwn = !isLocked && OwnValue(setting) is not null,
            Options = writing.Options(setting),
        };
    }

    string ValueOf(Setting setting, Inherited<string> value, Form form) =>
        form.IsFilled && form.Typed.TryGetValue(setting.Name, out var typed) ? typed : writing.ForField(setting, value.Value);

    string SourceOf(Setting setting, Inherited<string> value)
    {
        if (setting.KindOf() is SettingKind.Secret) return texts[IsEmpty(setting, value.Value) ? "console.setting.secret_empty" : "console.setting.secret_kept"];
        if (value.LockedAbove(Path.Own) is { } locking) return texts["console.setting.locked", names.Of(locking), writing.ForReader(setting, value.Value)];
        return OwnValue(setting) is null ? From(setting, value) : texts["console.setting.own", writing.ForReader(setting, value.Value), From(setting, Above(setting))];
    }

    string From(Setting setting, Inherited<string> value) => value.From is { } scope
        ? texts["console.setting.from", names.Of(scope), writing.ForReader(setting, value.Value)]
        : texts["console.setting.default", writing.ForReader(setting, value.Value)];

    static bool IsEmpty(Setting setting, string json) => !setting.TryRead(json, out var value) || value is null or "";
}
