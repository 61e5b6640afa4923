using System.Globalization;

namespace SmartKampung.Letters.Types.Editing;

/// <summary>A question as it is typed.</summary>
sealed record FieldForm
{
    [Required, StringLength(60), Display(Name = "type.key")]
    public string Key { get; init; } = "";

    [Display(Name = "kind")]
    public FieldKind Kind { get; init; }

    [Required, StringLength(200), Display(Name = "type.label")]
    public string Label { get; init; } = "";

    [StringLength(200), Display(Name = "type.label_english")]
    public string LabelEnglish { get; init; } = "";

    [StringLength(500), Display(Name = "type.hint")]
    public string Hint { get; init; } = "";

    [StringLength(500), Display(Name = "type.hint_english")]
    public string HintEnglish { get; init; } = "";

    [Display(Name = "type.required")]
    public bool IsRequired { get; init; }

    [StringLength(60), Display(Name = "type.from")]
    public string From { get; init; } = "";

    /// <summary>One a line: value, label, English label, between strokes.</summary>
    [StringLength(8000), Display(Name = "type.options")]
    public string Options { get; init; } = "";

    [StringLength(60), Display(Name = "type.when_field")]
    public string WhenField { get; init; } = "";

    /// <summary>One a line.</summary>
    [StringLength(2000), Display(Name = "type.when_values")]
    public string WhenValues { get; init; } = "";

    [Display(Name = "type.min")]
    public decimal? Min { get; init; }

    [Display(Name = "type.max")]
    public decimal? Max { get; init; }

    public int Version { get; init; }

    public static FieldForm Of(Question? field, int version) => field is null ? new() { Version = version } : new()
    {
        Key = field.Key,
        Kind = field.Kind,
        Label = field.Label.Indonesian,
        LabelEnglish = field.Label.English,
        Hint = field.Hint.Indonesian,
        HintEnglish = field.Hint.English,
        IsRequired = field.IsRequired,
        From = field.From,
        Options = string.Join('\n', field.Options.Select(option => string.Create(CultureInfo.InvariantCulture, $"{option.Value} | {option.Label.Indonesian} | {option.Label.English}").TrimEnd(' ', '|'))),
        WhenField = field.When?.Field ?? "",
        WhenValues = string.Join('\n', field.When?.IsOneOf ?? []),
        Min = field.Min,
        Max = field.Max,
        Version = version,
    };

    /// <param name="rows">What the rows of a group ask.</param>
    public LetterField ToField(IReadOnlyList<RowField> rows) => new()
    {
        Key = Key, Kind = Kind, Label = new(Label, LabelEnglish), Hint = new(Hint, HintEnglish), IsRequired = IsRequired, From = From, Options = TypedOptions(), When = TypedCondition(), Min = Min, Max = Max,
        Fields = Kind != FieldKind.Group ? [] : rows.Count > 0 ? rows : [new() { Key = "name", IsRequired = true, Label = new("Nama", "Name") }],
    };

    public RowField ToRow() => new()
    {
        Key = Key, Kind = Kind, Label = new(Label, LabelEnglish), Hint = new(Hint, HintEnglish), IsRequired = IsRequired, From = From, Options = TypedOptions(), When = TypedCondition(), Min = Min, Max = Max,
    };

    List<FieldOption> TypedOptions() =>
        [.. TypedLines.Of(Options).Select(parts => new FieldOption(parts[0], new(parts.ElementAtOrDefault(1) is { Length: > 0 } label ? label : parts[0], parts.ElementAtOrDefault(2) ?? "")))];

    FieldCondition? TypedCondition() => WhenField.Length == 0 ? null : new(WhenField, [.. TypedLines.Of(WhenValues).Select(parts => parts[0])]);
}
