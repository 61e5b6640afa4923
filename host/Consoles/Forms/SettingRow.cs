using System.ComponentModel.DataAnnotations;
using Scriban.Runtime;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Consoles.Forms;

/// <summary>A record of a list as the form shows it.</summary>
/// <param name="Number">From 1, for people.</param>
/// <param name="Remove">What the button that takes it away sends.</param>
/// <param name="Fields">Its fields.</param>
sealed record SettingRow(int Number, string Remove, IReadOnlyList<SettingField> Fields)
{
    /// <summary>Makes the rows of a list of records.</summary>
    public static IReadOnlyList<SettingRow> Of(Setting setting, IReadOnlyList<string[]> rows, Form form, Texts texts) =>
        [.. rows.Select((row, place) => new SettingRow(place + 1, $"{setting.Name}.remove.{NumberWriting.Plain(place)}", [.. FieldsOf(setting, row, place, form, texts)]))];

    static IEnumerable<SettingField> FieldsOf(Setting setting, string[] row, int place, Form form, Texts texts)
    {
        var words = new RowTexts(texts, setting.Name);
        var fields = SettingRecords.FieldsOf(SettingKinds.ItemOf(setting)!);
        for (var column = 0; column < fields.Count && column < row.Length; column++)
        {
            var (field, name) = (fields[column], SettingRecords.NameOf(setting, place, fields[column]));
            yield return new SettingField(name, FieldMarkup.IdOf(name), KindOf(field), ValidationMessages.Label(field, words), row[column], "")
            {
                Error = string.Join(' ', form.Errors.GetValueOrDefault(name) ?? []),
                MaxLength = field.MaxLength,
                Options = field.Type.IsEnum ? [.. Enum.GetNames(field.Type).Select(StandardMemberRenamer.Rename).Select(option => new FieldOption(option, words[$"{field.Name}.{option}"]))] : [],
            };
        }
    }

    static string KindOf(ModelField field)
    {
        if (field.Type == typeof(bool)) return "switch";
        if (field.Type.IsEnum) return "choice";
        return field.Find<DataTypeAttribute>()?.DataType is DataType.MultilineText ? "longtext" : InputKind.Of(field).Type;
    }
}
