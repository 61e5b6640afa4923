using System.Globalization;
using SmartKampung.Letters.Types;

namespace SmartKampung.Letters.Requests;

/// <summary>An answer as it is read: a day, an amount or words, by its kind.</summary>
sealed record ShownAnswer(string Key, LocalText Label, string Text, DateOnly? Day, decimal? Amount, bool IsMoney)
{
    /// <summary>What a question and its answer are to the reader.</summary>
    public static ShownAnswer Of(Question question, string value, ITexts texts) => new(
        question.Key, question.Label, TextOf(question, value, texts),
        question.Kind == FieldKind.Date && DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        question.Kind is FieldKind.Money or FieldKind.Number && decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) ? amount : null,
        question.Kind == FieldKind.Money);

    static string TextOf(Question question, string value, ITexts texts) => question.Kind switch
    {
        FieldKind.YesNo when value.Length > 0 => texts["answer." + value],
        FieldKind.Choice => question.Options.FirstOrDefault(option => option.Value == value)?.Label.In(texts.Language) ?? value,
        _ => value,
    };
}

/// <summary>A question with its answer, or with the rows of a group.</summary>
sealed record AnsweredQuestion(string Key, LocalText Label, ShownAnswer? Answer, IReadOnlyList<IReadOnlyList<ShownAnswer>> Rows)
{
    public static IReadOnlyList<AnsweredQuestion> Of(LetterRequest request, ITexts texts)
    {
        var sheet = request.Sheet();
        return [.. request.AskedFields().Select(field => Of(field, sheet, texts))];
    }

    static AnsweredQuestion Of(LetterField field, AnswerSheet sheet, ITexts texts) => field.Kind == FieldKind.Group
        ? new(field.Key, field.Label, null, [.. Enumerable.Range(0, sheet.RowsOf(field)).Select(row => RowOf(field, row, sheet, texts))])
        : new(field.Key, field.Label, ShownAnswer.Of(field, sheet.Of(field.Key), texts), []);

    public static IReadOnlyList<ShownAnswer> RowOf(LetterField group, int row, AnswerSheet sheet, ITexts texts) =>
        [.. sheet.AskedIn(group, row).Select(field => ShownAnswer.Of(field, sheet.Of(AnswerSheet.KeyOf(group.Key, row, field.Key)), texts))];
}
