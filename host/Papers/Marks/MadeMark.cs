namespace SmartKampung.Host.Papers;

/// <summary>A mark that can be put in its place.</summary>
/// <param name="Place">The name of the place.</param>
/// <param name="Pdf">A PDF of one page, as high and wide as the place, or in the same proportion.</param>
sealed record MadeMark(string Place, byte[] Pdf);
