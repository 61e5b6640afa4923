namespace SmartKampung.Host.Pages;

/// <summary>
/// What one rendering may use up. Villages edit templates, so they are hostile until proven otherwise; counts stop them the same way on every
/// machine, and time is the last resort.
/// </summary>
static class TemplateLimits
{
    public const int TemplateLength = 128 * 1024;
    public const int ExpressionDepth = 100;
    public const int Loops = 10_000;
    public const int Depth = 32;
    public const int Steps = 500_000;
    public const int TextLength = 64 * 1024;
    public const int TextsLength = 8 * 1024 * 1024;
    public const int ListLength = 20_000;

    // In characters of text that take as much memory.
    public const int ItemLength = 8;
    public const int PieceLength = 24;

    public const int NumberBytes = 64;
    public const int OutputLength = 2 * 1024 * 1024;

    public static readonly TimeSpan Regex = TimeSpan.FromMilliseconds(100);

    /// <summary>Not shorter, since the first page after a start takes 150 ms by itself, and a busy machine must not turn it into an error.</summary>
    public static readonly TimeSpan OwnTime = TimeSpan.FromMilliseconds(500);

    /// <summary>The theme and the modules are trusted not to be slow.</summary>
    public static readonly TimeSpan TrustedTime = TimeSpan.FromSeconds(5);
}
