using SmartKampung.Letters.Types;

namespace SmartKampung.Letters.Requests;

/// <summary>A question as a field of a form: what is typed into it, and what is wrong with that.</summary>
sealed record FieldView(Question Question, string Name, string Value, string Error)
{
    /// <summary>As the form's own list of mistakes leads to it.</summary>
    public string Id => "f-" + Name.ToLowerInvariant();

    public static FieldView Of(Question question, string name, string value) => new(question, name, Typed(question, value), "");

    /// <summary>Kept answers as people would type them.</summary>
    static string Typed(Question question, string value) => question.Kind switch
    {
        FieldKind.Date when value.Split('-') is [var year, var month, var day] => $"{day.TrimStart('0')}-{month.TrimStart('0')}-{year}",
        FieldKind.Money or FieldKind.Number => value.Replace('.', ','),
        FieldKind.Phone when value.StartsWith("+62", StringComparison.Ordinal) => "0" + value[3..],
        _ => value,
    };
}

/// <summary>Reads the answers of a form by the names of its fields.</summary>
sealed class SentAnswers(ITexts texts)
{
    readonly List<FieldView> views = [];
    readonly List<Answer> answers = [];

    public IReadOnlyList<FieldView> Views => views;

    public IReadOnlyList<Answer> Answers => answers;

    /// <summary>Reads one; what is wrong is said in the form, beside the field that keeps what was typed.</summary>
    public void Read(Question question, string name, string key, IFormCollection sent, Form form)
    {
        var typed = sent[name].ToString();
        var (value, mistake) = TypedAnswer.Read(question, typed);
        var error = mistake?.In(texts) ?? "";
        if (mistake is not null) form.AddError(name, $"{question.Label.In(texts.Language)}: {error}");
        views.Add(new(question, name, typed, error));
        answers.Add(new(key, value));
    }
}
