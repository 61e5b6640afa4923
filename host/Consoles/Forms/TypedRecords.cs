using System.Collections;
using System.Globalization;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Consoles.Forms;

/// <summary>Reads the rows of a list of records as they were typed. A row in which nothing stands counts for nothing.</summary>
/// <param name="sent">The form.</param>
/// <param name="setting">The setting.</param>
/// <param name="texts">The module's texts.</param>
/// <param name="reader">Reads values.</param>
sealed class TypedRecords(IFormCollection sent, Setting setting, Texts texts, ScalarReader reader)
{
    readonly Type type = SettingKinds.ItemOf(setting)!;
    readonly RowTexts words = new(texts, setting.Name);

    /// <summary>What stands in each row's fields; a button for rows has done its work in them.</summary>
    public List<string[]> Rows { get; } = [];

    /// <summary>What is wrong, by the names of fields.</summary>
    public List<(string Name, string Message)> Mistakes { get; } = [];

    IReadOnlyList<ModelField> Fields => SettingRecords.FieldsOf(type);

    /// <param name="button">What the pressed button asks: <c>links.add</c> or <c>links.remove.1</c>; anything else nothing.</param>
    public void ReadRows(string button)
    {
        for (var row = 0; row < SettingRecords.MostRows && IsSent(row); row++)
            if (button != string.Create(CultureInfo.InvariantCulture, $"{setting.Name}.remove.{row}")) Rows.Add([.. Fields.Select(field => Text(row, field))]);
        if (button == setting.Name + ".add" && Rows.Count < SettingRecords.MostRows) Rows.Add([.. Fields.Select(_ => "")]);
    }

    public IList Values()
    {
        Rows.RemoveAll(row => row.All(text => text.Length == 0));
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type))!;
        for (var row = 0; row < Rows.Count; row++) list.Add(One(row));
        return list;
    }

    object One(int row)
    {
        var values = new Dictionary<ModelField, object?>();
        var unreadable = new HashSet<ModelField>();
        for (var place = 0; place < Fields.Count; place++)
        {
            var (field, text) = (Fields[place], Rows[row][place]);
            var value = text.Length > 0 || field.Type == typeof(bool) || (field.Type == typeof(string) && field.NeverNull) ? reader.Read(text, field.Type) : null;
            if (value is not null) values[field] = value;
            else if (text.Length > 0 || field.IsRequired) Tell(row, field, unreadable, text.Length > 0 ? words[ScalarReader.MistakeOf(field.Type) ?? "validation.other"] : ValidationMessages.Required(field, words));
        }

        var record = ModelShape.Of(type).Create(values);
        new ModelCheck(words, (field, _, message) => { if (field is not null && !unreadable.Contains(field)) Tell(row, field, unreadable, message); }).Run(record);
        return record;
    }

    void Tell(int row, ModelField field, HashSet<ModelField> told, string message)
    {
        told.Add(field);
        Mistakes.Add((SettingRecords.NameOf(setting, row, field), message));
    }

    bool IsSent(int row) => Fields.Any(field => sent.ContainsKey(SettingRecords.NameOf(setting, row, field)));

    string Text(int row, ModelField field) => string.Join('\n', sent[SettingRecords.NameOf(setting, row, field)].ToArray()).ReplaceLineEndings("\n").Trim();
}
