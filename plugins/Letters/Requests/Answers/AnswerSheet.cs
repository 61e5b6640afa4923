using SmartKampung.Letters.Types;

namespace SmartKampung.Letters.Requests;

/// <summary>Answers by their keys. An empty answer says that the question was passed over.</summary>
sealed class AnswerSheet(IReadOnlyList<Answer> answers)
{
    readonly Dictionary<string, string> values = answers.ToDictionary(answer => answer.Key, answer => answer.Value);

    public IReadOnlyList<Answer> Answers => answers;

    public static string KeyOf(string group, int row, string key) => FormattableString.Invariant($"{group}.{row}.{key}");

    public string Of(string key) => values.GetValueOrDefault(key, "");

    public bool Has(string key) => values.ContainsKey(key);

    public AnswerSheet With(params IEnumerable<Answer> given)
    {
        var added = given.ToDictionary(answer => answer.Key);
        return new([.. answers.Where(answer => !added.ContainsKey(answer.Key)), .. added.Values]);
    }

    /// <summary>How many rows a group has.</summary>
    public int RowsOf(LetterField group)
    {
        var row = 0;
        while (group.Fields.Any(field => Has(KeyOf(group.Key, row, field.Key)))) row++;
        return row;
    }

    /// <summary>Without a row; those behind it move up.</summary>
    public AnswerSheet WithoutRow(LetterField group, int row)
    {
        var kept = answers.Where(answer => !answer.Key.StartsWith(group.Key + ".", StringComparison.Ordinal));
        var moved = Enumerable.Range(0, RowsOf(group)).Where(present => present != row).SelectMany(present => Moved(group, present, present > row ? present - 1 : present));
        return new([.. kept, .. moved]);
    }

    IEnumerable<Answer> Moved(LetterField group, int from, int to) =>
        group.Fields.Where(field => Has(KeyOf(group.Key, from, field.Key))).Select(field => new Answer(KeyOf(group.Key, to, field.Key), Of(KeyOf(group.Key, from, field.Key))));

    /// <summary>Whether a condition over answers holds; in a row, over those of the row before the others.</summary>
    public bool Meets(FieldCondition? condition, string group = "", int row = 0)
    {
        if (condition is null) return true;
        var inRow = KeyOf(group, row, condition.Field);
        return condition.IsOneOf.Contains(group.Length > 0 && Has(inRow) ? Of(inRow) : Of(condition.Field));
    }
}
