namespace SmartKampung.Letters.Types;

/// <summary>What is asked for one answer.</summary>
public abstract record Question
{
    /// <summary>Names the answer in the body (<c>answers.KEY</c>), in snake_case.</summary>
    public required string Key { get; init; }

    public FieldKind Kind { get; init; }

    public required LocalText Label { get; init; }

    public LocalText Hint { get; init; } = LocalText.Empty;

    public bool IsRequired { get; init; }

    /// <summary>The property of the register that it is filled from, in snake_case as in <c>subject.KEY</c>, such as <c>occupation</c>; empty for none.</summary>
    public string From { get; init; } = "";

    /// <summary>What can be chosen, for <see cref="FieldKind.Choice"/>. The value is what the body prints.</summary>
    public IReadOnlyList<FieldOption> Options { get; init; } = [];

    /// <summary>The answer that makes it a question; null always. In a row, an answer of the same row.</summary>
    public FieldCondition? When { get; init; }

    /// <summary>The least and the greatest number, length of a text, or number of rows; null for the kind's own.</summary>
    public decimal? Min { get; init; }

    public decimal? Max { get; init; }
}

/// <summary>A question of each row of a group.</summary>
public sealed record RowField : Question;

/// <summary>What an answer is.</summary>
public enum FieldKind
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>Several lines.</summary>
    Multiline,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Rupiah.</summary>
    Money,

    /// <summary>One of <see cref="Question.Options"/>.</summary>
    Choice,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>A national number in 16 digits.</summary>
    Nik,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>Rows of <see cref="LetterField.Fields"/>.</summary>
    Group,
}

/// <summary>One of the answers to choose from.</summary>
public sealed record FieldOption(string Value, LocalText Label);

/// <summary>Holds where the answer to a field is one of these; for yes or no, <c>yes</c> and <c>no</c>.</summary>
public sealed record FieldCondition(string Field, IReadOnlyList<string> IsOneOf);
