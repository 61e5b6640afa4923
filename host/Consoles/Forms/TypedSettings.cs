using System.Collections;
using System.Text.Json;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Consoles.Forms;

/// <summary>Reads what was typed in a form of settings.</summary>
sealed class TypedSettings(IFormCollection sent, Texts texts, TimeZoneInfo zone)
{
    const string ButtonField = "row";

    readonly ScalarReader reader = new(texts.Language, zone);

    /// <summary>Whether a button only adds or takes a row, so that nothing is to be saved yet.</summary>
    public bool IsOnlyRows { get; } = sent[ButtonField].Count > 0;

    /// <summary>What was typed, by the names of settings; secrets are not kept.</summary>
    public Dictionary<string, string> Typed { get; } = [];

    /// <summary>The rows of lists of records, by the names of settings.</summary>
    public TypedRows Rows { get; } = new(new Dictionary<string, IReadOnlyList<string[]>>());

    /// <summary>What can't be read, by the names of settings.</summary>
    public List<(string Name, string Message)> Mistakes { get; } = [];

    /// <summary>The value that the village sets itself, as JSON; null where it inherits.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="own">What the village has set until now, or null.</param>
    /// <param name="inherited">What holds without that.</param>
    public string? Read(Setting setting, string? own, string inherited)
    {
        var kind = setting.KindOf();
        var isSent = sent.ContainsKey(setting.Name) || kind is SettingKind.Switch or SettingKind.Choices;
        if (!isSent || kind is SettingKind.None || (kind is SettingKind.Secret && Text(setting).Length == 0)) return own;
        if (kind is not (SettingKind.Secret or SettingKind.Records)) Typed[setting.Name] = Text(setting);
        if (Value(setting, kind) is not { } value) return null;
        var json = JsonSerializer.Serialize(value, value.GetType(), ApiJson.Options);
        return own is null && json == Plain(setting, inherited) ? null : json;
    }

    object? Value(Setting setting, SettingKind kind)
    {
        var text = Text(setting);
        if (kind is SettingKind.Switch) return text is "true" or "on" or "1";
        if (kind is SettingKind.Records) return Records(setting);
        if (SettingKinds.ItemOf(setting) is { } item) return Items(setting, item, text);
        var type = SettingKinds.TypeOf(setting);
        if (type == typeof(string)) return text;
        return text.Length == 0 ? null : One(setting, type, text);
    }

    IList Records(Setting setting)
    {
        var records = new TypedRecords(sent, setting, texts, reader);
        records.ReadRows(sent[ButtonField].ToString());
        Rows.Rows[setting.Name] = records.Rows;
        if (IsOnlyRows) return records.Rows;
        var values = records.Values();
        Mistakes.AddRange(records.Mistakes);
        return values;
    }

    IList Items(Setting setting, Type item, string text)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (One(setting, item, line) is { } read) list.Add(read);
        return list;
    }

    object? One(Setting setting, Type type, string text)
    {
        var value = reader.Read(text, type);
        if (value is null) Mistakes.Add((setting.Name, texts[ScalarReader.MistakeOf(type) ?? "validation.other"]));
        return value;
    }

    string Text(Setting setting) => string.Join('\n', sent[setting.Name].ToArray()).ReplaceLineEndings("\n").Trim();

    /// <summary>The JSON as this host writes it, whoever wrote it.</summary>
    static string Plain(Setting setting, string json) => setting.TryRead(json, out var value) ? JsonSerializer.Serialize(value, setting.Type, ApiJson.Options) : json;
}

/// <summary>Lists of records as they were typed.</summary>
/// <param name="Rows">What stands in each row's fields, by the names of settings.</param>
sealed record TypedRows(Dictionary<string, IReadOnlyList<string[]>> Rows);
