using System.ComponentModel.DataAnnotations;
using System.Reflection;
using SmartKampung.Host.Media;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles.Forms;

/// <summary>Makes the forms of modules' settings in a village.</summary>
sealed class SettingForms(IModuleCatalog catalog, SettingsReader reader, ModuleConfigurations configurations, ScopeNames names, TextLibrary library, MediaDocuments media)
{
    /// <summary>The settings of a module that a form can show; null where there are none.</summary>
    public async Task<SettingForm?> FindAsync(string module, HttpContext context, CancellationToken stop)
    {
        if (catalog.Find(module) is not { SettingsTypes.Count: > 0 } info) return null;
        var (village, texts) = (PresentVillage.Of(context)!, (Texts)library.For(module, context));
        var choices = await ChoicesAsync(info, village, context, stop);
        return new SettingForm(info, village, reader, configurations.Find(Scope.Village(village.Id), module), names, texts, choices);
    }

    /// <summary>The library is asked only where something is chosen from it.</summary>
    async Task<LibraryChoices> ChoicesAsync(ModuleInfo module, Village village, HttpContext context, CancellationToken stop)
    {
        Setting[] settings = [.. module.SettingsTypes.SelectMany(type => SettingsShape.Of(type).Settings).Where(setting => setting.IsOfLibrary())];
        if (settings.Length == 0) return new([], AddressBook.Of(context));
        var chosen = settings.Select(setting => setting.TryRead(reader.Find(ScopePath.Of(village), module.Id, setting).Value, out var value) ? value : null).OfType<Guid>();
        return await LibraryChoices.LoadAsync(media.OpenSession(village.Id), [.. chosen], AddressBook.Of(context), stop);
    }
}

/// <summary>The form of a module's settings in a village.</summary>
sealed class SettingForm(ModuleInfo module, Village village, SettingsReader reader, ModuleConfiguration? own, ScopeNames names, Texts texts, LibraryChoices choices)
{
    readonly SettingWriting writing = new(texts, village.TimeZone, choices);

    public ModuleInfo Module => module;

    public Texts Texts => texts;

    public LibraryChoices Choices => choices;

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
            Rows = setting.KindOf() is SettingKind.Records ? SettingRow.Of(setting, RowsOf(setting, value, form), form, texts) : [],
            Picture = setting.KindOf() is SettingKind.Picture && Guid.TryParse(ValueOf(setting, value, form), out var id) ? choices.Picture(id) : null,
        };
    }

    string ValueOf(Setting setting, Inherited<string> value, Form form) =>
        form.IsFilled && form.Typed.TryGetValue(setting.Name, out var typed) ? typed : writing.ForField(setting, value.Value);

    /// <summary>What was typed, or what holds.</summary>
    IReadOnlyList<string[]> RowsOf(Setting setting, Inherited<string> value, Form form) =>
        form is Form<TypedRows> { IsFilled: true, Initial: TypedRows typed } && typed.Rows.TryGetValue(setting.Name, out var rows) ? rows : SettingRecords.Write(setting, value.Value, texts.Language, village.TimeZone);

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
