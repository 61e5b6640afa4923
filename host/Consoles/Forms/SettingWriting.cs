using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Scriban.Runtime;
using SmartKampung.Host.Media;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Consoles.Forms;

/// <summary>Writes the values of settings: as their fields hold them, and as a sentence tells them.</summary>
/// <param name="texts">The module's texts in the reader's language.</param>
/// <param name="zone">The village's clock.</param>
/// <param name="choices">What can be chosen of the village's library; null where there is none.</param>
sealed class SettingWriting(Texts texts, TimeZoneInfo zone, LibraryChoices? choices = null)
{
    const int LongestTold = 120;

    public string ForField(Setting setting, string json) =>
        setting.KindOf() is not (SettingKind.Secret or SettingKind.Records) && setting.TryRead(json, out var value) ? ScalarWriting.Write(value, texts.Language, zone) : "";

    public string ForReader(Setting setting, string json)
    {
        var written = ForField(setting, json);
        var told = setting.KindOf() switch
        {
            SettingKind.Switch => texts[written.Length > 0 ? "console.setting.yes" : "console.setting.no"],
            SettingKind.Choice or SettingKind.Choices => string.Join(", ", written.Split('\n').Select(option => OptionText(setting, option))),
            SettingKind.Money => setting.TryRead(json, out var amount) ? NumberWriting.Money(amount, texts.Language) : "",
            SettingKind.Number or SettingKind.Percent => setting.TryRead(json, out var number) ? WithUnit(setting, NumberWriting.Number(number, texts.Language)) : "",
            SettingKind.Picture or SettingKind.File => Guid.TryParse(written, out var id) ? choices?.Name(id) ?? "" : "",
            SettingKind.Html => HtmlText.Of(written),
            SettingKind.Records => string.Join(", ", SettingRecords.Write(setting, json, texts.Language, zone).Select(row => row[0])),
            _ => written.ReplaceLineEndings(", "),
        };
        if (told.Length == 0) return texts["console.setting.empty"];
        return told.Length <= LongestTold ? told : string.Concat(told.AsSpan(0, LongestTold), "…");
    }

    public string Label(Setting setting) => texts.Find($"settings.{setting.Name}") ?? setting.Name;

    public string Hint(Setting setting) => texts.Find($"settings.{setting.Name}.hint") ?? "";

    public string Unit(Setting setting) =>
        texts.Find($"settings.{setting.Name}.unit") ?? (setting.KindOf() is SettingKind.Percent ? "%" : "");

    public string Section(Setting setting) => setting.Property.GetCustomAttribute<DisplayAttribute>()?.GroupName is { } group ? texts.Find($"settings.section.{group}") ?? group : "";

    public IReadOnlyList<FieldOption> Options(Setting setting)
    {
        if (setting.IsOfLibrary()) return choices?.Options(setting.KindOf() is SettingKind.Picture) ?? [];
        var type = SettingKinds.ItemOf(setting) ?? SettingKinds.TypeOf(setting);
        var names = type.IsEnum ? Enum.GetNames(type).Select(StandardMemberRenamer.Rename) : AllowedIn(setting);
        return [.. names.Select(name => new FieldOption(name, OptionText(setting, name)))];
    }

    static IEnumerable<string> AllowedIn(Setting setting) =>
        setting.Property.GetCustomAttribute<AllowedValuesAttribute>()?.Values.Select(value => $"{value}") ?? [];

    string OptionText(Setting setting, string option) => texts.Find($"settings.{setting.Name}.{option}") ?? option;

    string WithUnit(Setting setting, string number) => Unit(setting) switch { "" => number, "%" => number + "%", var unit => $"{number} {unit}" };
}
