using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using SmartKampung.Host.Media;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles.Forms;

/// <summary>Makes the forms of modules' settings in a village, and in what is above it.</summary>
sealed class SettingForms(IModuleCatalog catalog, SettingsReader reader, ModuleConfigurations configurations, ScopeNames names, TextLibrary library, MediaDocuments media)
{
    /// <summary>The settings of a module that a form can show in the present village; null where there are none.</summary>
    public Task<SettingForm?> FindAsync(string module, HttpContext context, CancellationToken stop) =>
        FindAsync(module, ScopePath.Of(PresentVillage.Of(context)!), VillageClock.Of(context), context, stop);

    /// <summary>The settings of a module that a form can show in a scope; null where there are none.</summary>
    public async Task<SettingForm?> FindAsync(string module, ScopePath path, TimeZoneInfo zone, HttpContext context, CancellationToken stop)
    {
        if (catalog.FindSettings(module) is not { SettingsTypes.Count: > 0 } info) return null;
        var texts = (Texts)library.For(module, context);
        return new SettingForm(info, path, zone, reader, configurations.Find(path.Own, module), names, texts, await ChoicesAsync(info, path, context, stop));
    }

    /// <summary>The library is asked only where something is chosen from it; what is above villages has none.</summary>
    async Task<LibraryChoices> ChoicesAsync(ModuleInfo module, ScopePath path, HttpContext context, CancellationToken stop)
    {
        Setting[] settings = [.. module.SettingsTypes.SelectMany(type => SettingsShape.Of(type).Settings).Where(setting => setting.IsOfLibrary())];
        if (settings.Length == 0 || path.Own.Kind is not ScopeKind.Village) return new([], AddressBook.Of(context));
        var chosen = settings.Select(setting => setting.TryRead(reader.Find(path, module.Id, setting).Value, out var value) ? value : null).OfType<Guid>();
        return await LibraryChoices.LoadAsync(media.OpenSession(path.Own.VillageId), [.. chosen], AddressBook.Of(context), stop);
    }
}

/// <summary>The form of a module's settings in a scope.</summary>
sealed class SettingForm(
    ModuleInfo module, ScopePath path, TimeZoneInfo zone, SettingsReader reader, ModuleConfiguration? own, ScopeNames names, Texts texts, LibraryChoices choices)
{
    readonly SettingWriting writing = new(texts, zone, choices);

    public ModuleInfo Module => module;

    public Texts Texts => texts;

    public LibraryChoices Choices => choices;

    public TimeZoneInfo TimeZone => zone;

    /// <summary>Changes whenever the scope's settings do.</summary>
    public string WrittenVersion { get; } = (own?.Version ?? 0).ToString(CultureInfo.InvariantCulture);

    public ScopePath Path => path;

    /// <summary>Whether there are narrower scopes to keep from setting something.</summary>
    public bool CanLock => path.Own.Kind is not ScopeKind.Village;

    public IReadOnlyList<Setting> Settings { get; } = [.. module.SettingsTypes.SelectMany(type => SettingsShape.Of(type).Settings)];

    public bool HasRichText => Settings.Any(setting => setting.KindOf() is SettingKind.Html);

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
            Rows = setting.KindOf() is SettingKind.Records ? SettingRow.Of(setting, RowsOf(setting, value, form), form, texts) : [],
            Picture = setting.KindOf() is SettingKind.Picture && Guid.TryParse(ValueOf(setting, value, form), out var id) ? choices.Picture(id) : null,
        };
    }

    string ValueOf(Setting setting, Inherited<string> value, Form form) =>
        form.IsFilled && form.Typed.TryGetValue(setting.Name, out var typed) ? typed : writing.ForField(setting, value.Value);

    /// <summary>What was typed, or what holds.</summary>
    IReadOnlyList<string[]> RowsOf(Setting setting, Inherited<string> value, Form form) =>
        form is Form<TypedRows> { IsFilled: true, Initial: TypedRows typed } && typed.Rows.TryGetValue(setting.Name, out var rows) ? rows : SettingRecords.Write(setting, value.Value, texts.Language, zone);

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
