namespace SmartKampung.Letters.Types.Bases;

/// <summary>One time that a type was published.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Note">What changed, as the publisher tells it.</param>
/// <param name="At">When.</param>
sealed record Edition(int Number, string Note, DateTimeOffset At);
