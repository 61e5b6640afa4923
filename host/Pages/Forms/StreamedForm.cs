namespace SmartKampung.Host.Pages;

/// <summary>Metadata of a route whose handler reads the body piece by piece, and asks for the token by itself: to look for it before would read all of the body.</summary>
sealed class StreamedForm
{
    public static StreamedForm Instance { get; } = new();
}
