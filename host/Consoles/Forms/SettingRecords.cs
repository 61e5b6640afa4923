using System.Collections;
using System.Globalization;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Consoles.Forms;

/// <summary>A setting that is a list of records: which names its fields have in a form, and what a row is made of.</summary>
static class SettingRecords
{
    /// <summary>How many rows a form takes.</summary>
    public const int MostRows = 50;

    /// <summary>Whether each property of a record can be typed in a field.</summary>
    public static bool CanShow(Type item) =>
        item is { IsClass: true, IsAbstract: false } && item.GetConstructors().Length > 0 && FieldsOf(item) is { Count: > 0 } fields && fields.All(field => ScalarReader.CanRead(field.Type));

    public static IReadOnlyList<ModelField> FieldsOf(Type item) => ModelShape.Of(item).Fields;

    /// <summary>The name of a field in a form, such as <c>links.0.title</c>.</summary>
    public static string NameOf(Setting setting, int row, ModelField field) => string.Create(CultureInfo.InvariantCulture, $"{setting.Name}.{row}.{field.Name}");

    /// <summary>What the rows' fields hold of a value.</summary>
    public static IReadOnlyList<string[]> Write(Setting setting, string json, string language, TimeZoneInfo zone) =>
        setting.TryRead(json, out var value) && value is IEnumerable items
            ? [.. items.Cast<object>().Select(item => FieldsOf(item.GetType()).Select(field => ScalarWriting.Write(field.Read(item), language, zone)).ToArray())]
            : [];
}

/// <summary>The texts of a module, with the names of a record's fields from below its setting.</summary>
sealed class RowTexts(Texts texts, string setting) : ITexts
{
    public string Language => texts.Language;

    public string this[string key, params ReadOnlySpan<object?> arguments] => texts.Find($"settings.{setting}.{key}") ?? texts[key, arguments];
}
