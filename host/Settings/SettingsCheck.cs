using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Settings;

/// <summary>Checks the settings that someone sent and collects what is wrong.</summary>
/// <param name="shapes">The settings there are.</param>
/// <param name="sanitizer">Cleans those that are HTML before they are kept.</param>
sealed class SettingsCheck(IReadOnlyList<SettingsShape> shapes, IHtmlSanitizer sanitizer)
{
    readonly List<FieldError> errors = [];
    readonly List<Setting> touched = [];

    public IReadOnlyList<FieldError> Errors => errors;

    /// <summary>The settings that were sent with a value.</summary>
    public IReadOnlyList<Setting> Touched => touched;

    /// <summary>The values that were sent, as JSON.</summary>
    public Dictionary<string, string> Values { get; } = [];

    /// <summary>The names that were sent to be locked, or null where none were sent.</summary>
    public IReadOnlyList<string>? Locks { get; private set; }

    public void ReadValue(string name, JsonElement value)
    {
        if (Find(name) is not { } setting) Fail(name, SettingMessages.Unknown);
        else if (value.ValueKind is not JsonValueKind.Null) Read(setting, value.GetRawText());
    }

    public void ReadLocks(JsonElement list, bool canLock)
    {
        var items = list.ValueKind is JsonValueKind.Array ? list.EnumerateArray().ToArray() : null;
        if (items is null || items.Any(item => item.ValueKind is not JsonValueKind.String)) Fail("locked", SettingMessages.Names);
        else if (!canLock && items.Length > 0) Fail("locked", SettingMessages.NothingBelow);
        else ReadLocks([.. items.Select(item => item.GetString()!)]);
    }

    /// <summary>Checks rules of whole types over what was sent and what is inherited.</summary>
    public void CheckTogether(Func<Setting, string> inherited)
    {
        if (errors.Count > 0) return;
        foreach (var shape in shapes)
        {
            if (shape.Make(setting => Values.GetValueOrDefault(setting.Name) ?? inherited(setting)) is not IValidatableObject settings) continue;
            foreach (var result in settings.Validate(new(settings))) Fail(NameOf(shape, result), new(result.ErrorMessage ?? ""));
        }
    }

    void ReadLocks(string[] names)
    {
        for (var i = 0; i < names.Length; i++)
            if (Find(names[i]) is null) errors.Add(new($"/locked/{i}", SettingMessages.Unknown));
        Locks = [.. names.Distinct()];
    }

    void Read(Setting setting, string json)
    {
        if (!setting.TryRead(json, out var value))
        {
            Fail(setting.Name, SettingMessages.Type(setting.Type));
            return;
        }

        if (!AreTexts(value)) Fail(setting.Name, SettingMessages.Characters);

        touched.Add(setting);
        Values[setting.Name] = IsHtml(setting) && value is string html ? JsonSerializer.Serialize(sanitizer.Sanitize(html).Value, ApiJson.Options) : json;
        if (setting.BrokenBy(value) is { } broken) Fail(setting.Name, SettingMessages.Rule(broken, setting.Name));
    }

    static bool AreTexts(object? value) => value switch
    {
        string text => Characters.AreText(text),
        IEnumerable<string?> list => list.All(item => item is not null && Characters.AreText(item)),
        IDictionary => true,
        IEnumerable records => records.Cast<object?>().All(AreFields),
        _ => true,
    };

    static bool AreFields(object? record) =>
        record is not null && (record.GetType().IsValueType || ModelShape.Of(record.GetType()).Fields.All(field => field.Read(record) is not string text || Characters.AreText(text)));

    static bool IsHtml(Setting setting) => setting.Property.GetCustomAttribute<DataTypeAttribute>() is { DataType: DataType.Html };

    Setting? Find(string name) => shapes.SelectMany(shape => shape.Settings).FirstOrDefault(setting => setting.Name == name);

    static string NameOf(SettingsShape shape, ValidationResult result) =>
        shape.Settings.FirstOrDefault(setting => result.MemberNames.Contains(setting.Property.Name))?.Name ?? "";

    void Fail(string name, LocalText message) => errors.Add(new(name.Length > 0 ? JsonPointer.To(name) : "", message));
}
