using System.Globalization;
using System.Text.Json;
using SmartKampung.Letters.Types.Editing;

namespace SmartKampung.Letters.Types.Comparing;

/// <summary>A type in parts, as its editor names them.</summary>
sealed class TypeParts(ITexts texts)
{
    public IEnumerable<TypePart> Of(LetterType type) =>
    [
        .. Basics(BasicsForm.Of(type, 0)),
        Part("classifications", "type.classifications", Lines(type.Classifications.Select(Line))),
        .. type.Fields.SelectMany(Questions),
        .. type.Documents.Select(Document),
        Part("steps", "type.steps", Lines(type.Steps.Select(Line))),
        Part("body", "type.body", type.Body),
    ];

    IEnumerable<TypePart> Basics(BasicsForm type) =>
    [
        Part("name", "type.name", Lines([type.Name, type.NameEnglish])),
        Part("about", "type.about", Lines([type.About, type.AboutEnglish])),
        Part("purposes", "type.purposes", type.Purposes),
        Part("unneeded", "type.unneeded", Lines([type.Unneeded, type.UnneededEnglish])),
        Part("audience", "audience", Option("audience", type.Audience)),
        Part("promised_hours", "type.promised_hours", Number(type.PromisedHours)),
        Part("valid_days", "type.valid_days", Number(type.ValidDays)),
        Part("retain_years", "type.retain_years", Number(type.RetainYears)),
        Part("size", "type.size", Option("type.size", type.Size)),
        Part("needs_duty_stamp", "type.duty_stamp", YesNo(type.NeedsDutyStamp)),
        Part("needs_wet_ink", "type.wet_ink", YesNo(type.NeedsWetInk)),
    ];

    IEnumerable<TypePart> Questions(LetterField field) => [Question(field, field.Key), .. field.Fields.Select(row => Question(row, $"{field.Key}.{row.Key}"))];

    TypePart Question(Question question, string key)
    {
        var typed = FieldForm.Of(question, 0);
        return new($"field.{key}", texts["type.part.field", key], Lines(
        [
            typed.Label, typed.LabelEnglish, Said("kind", Option("kind", typed.Kind)), typed.IsRequired ? texts["type.required"] : "", Said("type.hint", typed.Hint), typed.HintEnglish,
            Said("type.from", typed.From), Said("type.options", typed.Options), Said("type.min", Number(typed.Min)), Said("type.max", Number(typed.Max)),
            Said("type.when_field", typed.WhenField), Said("type.when_values", typed.WhenValues),
        ]));
    }

    TypePart Document(RequiredDocument document)
    {
        var typed = DocumentForm.Of(document, 0);
        return new($"document.{document.Key}", texts["type.part.document", document.Key], Lines(
            [typed.Label, typed.LabelEnglish, typed.IsRequired ? texts["type.required"] : "", Said("type.when_field", typed.WhenField), Said("type.when_values", typed.WhenValues)]));
    }

    string Line(LetterStep step) => string.Join(", ",
    [
        texts[$"step.{Name(step.Kind)}", texts[$"role.{step.Role}"]], Option("territory", step.Territory), texts["type.due", step.DueHours],
        .. step.EscalatesTo.Length > 0 ? [texts["type.then", texts[$"role.{step.EscalatesTo}"]]] : Array.Empty<string>(),
    ]);

    static string Line(Classification one) => string.Join(" | ", [one.Code, one.List, Day(one.From), Day(one.Until), one.Note?.Indonesian]).TrimEnd(' ', '|');

    TypePart Part(string key, string name, string text) => new(key, texts[name], text);

    string Said(string name, string value) => value.Length == 0 ? "" : $"{texts[name]}: {value}";

    string Option<T>(string name, T value) where T : struct, Enum => texts[$"{name}.{Name(value)}"];

    string YesNo(bool value) => texts[value ? "answer.yes" : "answer.no"];

    static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    static string Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Where(line => line.Length > 0));
}

/// <summary>A part of a type.</summary>
/// <param name="Key">Tells it from the others.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Text">What it says, line by line.</param>
sealed record TypePart(string Key, string Name, string Text);
