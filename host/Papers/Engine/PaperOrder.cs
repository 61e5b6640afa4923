namespace SmartKampung.Host.Papers;

/// <summary>HTML that is to become a PDF, with all that it may show.</summary>
/// <param name="Html">A whole document.</param>
/// <param name="Pictures">By name.</param>
sealed record PaperOrder(string Html, IReadOnlyDictionary<string, byte[]> Pictures);
