namespace SmartKampung.Letters.Types;

/// <summary>A question of a letter, or a group of rows that are asked for.</summary>
public sealed record LetterField : Question
{
    /// <summary>What each row asks, for <see cref="FieldKind.Group"/>; no groups in groups.</summary>
    public IReadOnlyList<RowField> Fields { get; init; } = [];
}
