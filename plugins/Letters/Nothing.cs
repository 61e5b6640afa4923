namespace SmartKampung.Letters;

/// <summary>A form of a button alone, or of fields that are read by name.</summary>
sealed record Nothing;
