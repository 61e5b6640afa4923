using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Consoles.Forms;

/// <summary>Makes the forms of modules' settings in a village, and in what is above it.</summary>
sealed class SettingForms(IModuleCatalog catalog, SettingsReader reader, ModuleConfigurations configurations, ScopeNames names, TextLibrary library)
{
    /// <summary>The settings of a module that a form can show; null where there are none.</summary>
    public SettingForm? Find(string module, Village village, HttpContext context) => Find(module, ScopePath.Of(village), village.TimeZone, context);

    /// <inheritdoc cref="Find(string, Village, HttpContext)" />
    public SettingForm? Find(string module, ScopePath path, TimeZoneInfo zone, HttpContext context)
    {
        if (catalog.Find(module) is not { SettingsTypes.Count: > 0 } info) return null;
        var texts = (Texts)library.For(module, context);
        return new SettingForm(info, path, zone, reader, configurations.Find(path.Own, module), names, texts);
    }
}

/// <summary>The form of a module's settings in a scope.</summary>
sealed class SettingForm(ModuleInfo module, ScopePath path, TimeZoneInfo zone, SettingsReader reader, ModuleConfiguration? own, ScopeNames names, Texts texts)
{
    readonly SettingWriting writing = new(texts, zone);

    public ModuleInfo Module => module;

    public Texts Texts => texts;

    public TimeZoneInfo TimeZone => zone;

    /// <summary>Changes whenever the scope's settings do.</summary>
    public string WrittenVersion { get; } = (own?.Version ?? 0).ToString(CultureInfo.InvariantCulture);

    public ScopePath Path => path;

    /// <summary>Whether there are narrower scopes to keep from setting something.</summary>
    public bool CanLock => path.Own.Kind is not ScopeKind.Village;

    public IReadOnlyList<Setting> Settings { get; } = [.. module.SettingsTypes.SelectMany(type => SettingsShape.Of(type).Settings)];

    public string? OwnValue(Setting setting) => own?.Values.GetValueOrDefault(setting.Name);

    /// <summary>What holds without the scope's own value.</summary>
    public Inherited<string> Above(Setting setting) => path.Own.Kind switch
    {
        ScopeKind.Village => reader.Find(ScopePath.OfDistrict(path[1].DistrictCode), module.Id, setting),
        ScopeKind.District => reader.Find(ScopePath.Regency, module.Id, setting),
        _ => new(setting.Default),
    };

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
            CanLock = CanLock && !isLocked,
            LocksBelow = own?.Locks(setting.Name) is true,
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
