namespace SmartKampung.Host.Pages;

static class Caching
{
    /// <summary>For addresses that carry a hash of what they answer.</summary>
    public const string ForEver = "public, max-age=31536000, immutable";
}
