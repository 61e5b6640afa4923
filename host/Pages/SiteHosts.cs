namespace SmartKampung.Host.Pages;

/// <summary>The host names that are the installation's own: that of its address, and others, which lead there.</summary>
static class SiteHosts
{
    static readonly char[] Between = [' ', ','];

    /// <summary>The installation's address of what was asked for by one of its other names; null where it was not.</summary>
    public static string? WayFrom(HttpRequest request, SiteOptions site) =>
        site is { HostNames.Length: > 0, Address.Length: > 0 } && Others(site).Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase) && !IsAddress(request.Host.Host, site)
            ? $"{site.Address.TrimEnd('/')}{request.PathBase.ToUriComponent()}{request.Path.ToUriComponent()}{request.QueryString.ToUriComponent()}"
            : null;

    /// <summary>Whether no village may have it.</summary>
    public static bool IsOwn(string name, SiteOptions site) => IsAddress(name, site) || Others(site).Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The host names among those that are set as the installation's.</summary>
    public static IEnumerable<string> In(string address, string hostNames) =>
        Uri.TryCreate(address, UriKind.Absolute, out var site) ? Split(hostNames).Prepend(site.Host) : Split(hostNames);

    static string[] Split(string hostNames) => hostNames.Split(Between, StringSplitOptions.RemoveEmptyEntries);

    static string[] Others(SiteOptions site) => Split(site.HostNames);

    static bool IsAddress(string name, SiteOptions site) =>
        Uri.TryCreate(site.Address, UriKind.Absolute, out var address) && string.Equals(address.Host, name, StringComparison.OrdinalIgnoreCase);
}
