namespace SmartKampung.Residents;

/// <summary>A form of a button alone.</summary>
sealed record Nothing;
