namespace SmartKampung.News;

static class Links
{
    /// <summary>Whether an address that somebody typed leads to a page: of the village (/...) or of the web.</summary>
    public static bool IsPage(string address) =>
        (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\'))
        || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http");
}
