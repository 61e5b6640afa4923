using System.Text.RegularExpressions;

namespace SmartKampung.Letters.Types;

/// <summary>What questions have to be like: keys that a body can name, options where one chooses, conditions on what is asked before.</summary>
static partial class FieldCheck
{
    const int LongestLabel = 200;

    public static IEnumerable<TypeMistake> Find(IReadOnlyList<LetterField> fields) => InOrder(fields).Concat(fields.SelectMany(Rows));

    static IEnumerable<TypeMistake> InOrder<T>(IReadOnlyList<T> fields) where T : Question
    {
        var before = new List<Question>();
        foreach (var field in fields)
        {
            foreach (var mistake in Self(field)) yield return mistake;
            if (before.Any(other => other.Key == field.Key)) yield return new("type.wrong.twice", field.Key);
            if (field.When is { } when && MistakeIn(when, field.Key, before) is { } wrong) yield return wrong;
            before.Add(field);
        }
    }

    static IEnumerable<TypeMistake> Rows(LetterField field)
    {
        if (field.Kind == FieldKind.Group && field.Fields.Count == 0) yield return new("type.wrong.empty_group", field.Key);
        if (field.Kind != FieldKind.Group && field.Fields.Count > 0) yield return new("type.wrong.no_group", field.Key);
        foreach (var inner in field.Fields.Where(inner => inner.Kind == FieldKind.Group)) yield return new("type.wrong.nested", $"{field.Key}.{inner.Key}");
        foreach (var mistake in InOrder(field.Fields)) yield return mistake;
    }

    static IEnumerable<TypeMistake> Self(Question field)
    {
        if (!IsKey(field.Key)) yield return new("type.wrong.key", field.Key);
        if (field.Label.Indonesian.Trim().Length is 0 or > LongestLabel) yield return new("type.wrong.label", field.Key);
        if (field.Kind == FieldKind.Choice && (field.Options.Count == 0 || field.Options.Any(option => option.Value.Length == 0))) yield return new("type.wrong.no_options", field.Key);
        if (field.Kind != FieldKind.Choice && field.Options.Count > 0) yield return new("type.wrong.options", field.Key);
        if (field.Options.GroupBy(option => option.Value).Any(same => same.Count() > 1)) yield return new("type.wrong.option_twice", field.Key);
        if (field.Min > field.Max) yield return new("type.wrong.range", field.Key);
    }

    /// <summary>A condition names a question that is asked before, and answers that it can have.</summary>
    public static TypeMistake? MistakeIn(FieldCondition when, string key, IReadOnlyList<Question> before)
    {
        if (before.FirstOrDefault(other => other.Key == when.Field) is not { } asked) return new("type.wrong.condition", key, when.Field);
        string[] known = asked.Kind switch { FieldKind.Choice => [.. asked.Options.Select(option => option.Value)], FieldKind.YesNo => ["yes", "no"], _ => [] };
        if (when.IsOneOf.Count == 0) return new("type.wrong.condition_empty", key);
        return known.Length > 0 && when.IsOneOf.FirstOrDefault(value => !known.Contains(value)) is { } unknown ? new("type.wrong.condition_value", key, unknown) : null;
    }

    public static bool IsKey(string key) => Key().IsMatch(key) && key.Length <= 60;

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    private static partial Regex Key();
}
