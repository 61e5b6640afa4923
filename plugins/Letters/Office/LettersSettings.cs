namespace SmartKampung.Letters.Office;

/// <summary>What a village sets for its letters. When its office works on the days of a week stands in its profile.</summary>
sealed record LettersSettings
{
    /// <summary>Days on which the office does not work: holidays and days off in common (cuti bersama).</summary>
    [MaxLength(200)]
    public IReadOnlyList<ClosedDay> ClosedDays { get; init; } = [];
}

/// <summary>A day on which the office does not work.</summary>
sealed record ClosedDay(DateOnly Day, [StringLength(100)] string Occasion = "");
