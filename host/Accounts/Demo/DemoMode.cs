using System.Net;

namespace SmartKampung.Host.Accounts.Demo;

/// <summary>Whether the host was started with --demo: then there are accounts whose passwords everybody reads, so it listens on this machine alone.</summary>
sealed class DemoMode(IConfiguration configuration)
{
    static readonly string[] OpenPorts = ["http_ports", "https_ports"];

    public bool IsOn { get; } = IsWanted(configuration);

    /// <summary>Who can be tried out; nobody without --demo.</summary>
    public IReadOnlyList<DemoPerson> People => IsOn ? DemoPeople.All : [];

    public bool IsOf(Account account) => People.Any(person => person.Id == account.Id);

    public static bool IsWanted(IConfiguration configuration) => bool.TryParse(configuration["demo"], out var isWanted) && isWanted;

    /// <summary>Why the host must not start with --demo; null where it may.</summary>
    public static string? RefusalOf(IConfiguration configuration)
    {
        if (!IsWanted(configuration)) return null;
        if (AddressesOf(configuration).FirstOrDefault(address => !IsLoopback(address)) is { } open)
            return $"--demo: {open} can be reached from elsewhere. Demo accounts have passwords that everybody knows, so use http://127.0.0.1:5000, or start without --demo.";
        return bool.TryParse(configuration["forwardedheaders_enabled"], out var isBehindProxy) && isBehindProxy
            ? "--demo: behind a proxy the host can be reached from elsewhere. Start without --demo."
            : null;
    }

    static IEnumerable<string> AddressesOf(IConfiguration configuration)
    {
        var urls = (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var ports = urls.Length > 0 ? [] : OpenPorts.Where(key => configuration[key] is { Length: > 0 }).Select(key => $"http://*:{configuration[key]}");
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>();
        string[] site = configuration["Site:Address"] is { Length: > 0 } address ? [address] : [];
        return [.. urls, .. ports, .. endpoints, .. site];
    }

    static bool IsLoopback(string address)
    {
        var host = HostOf(address);
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }

    /// <summary>What is no address is told as such elsewhere.</summary>
    static string HostOf(string address)
    {
        try
        {
            return BindingAddress.Parse(address).Host;
        }
        catch (FormatException)
        {
            return "";
        }
    }
}

/// <summary>The host was told to start with demo accounts where others could reach them.</summary>
sealed class DemoModeException(string message) : Exception(message);
