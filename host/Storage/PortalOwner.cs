namespace SmartKampung.Host.Storage;

/// <summary>The name under which the portal keeps what is a module's; apart from that of its documents in villages.</summary>
static class PortalOwner
{
    const string Suffix = ".portal";

    public static string Of(string module) => module + Suffix;

    public static string ModuleOf(string owner) => owner.EndsWith(Suffix, StringComparison.Ordinal) ? owner[..^Suffix.Length] : owner;
}
