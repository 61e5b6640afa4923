namespace SmartKampung.Host.Api;

/// <summary>Points to a place in JSON (RFC 6901), such as <c>/officials/0/name</c>.</summary>
static class JsonPointer
{
    public static string To(string name) => "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
