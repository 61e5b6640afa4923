namespace SmartKampung.News;

/// <summary>A form of a button alone.</summary>
sealed record Nothing;
