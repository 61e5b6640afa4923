using System.Globalization;
using System.Text.RegularExpressions;
using SmartKampung.Host.Accounts.Demo;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.CommandLine;

/// <summary>The values that the host needs before anything else: from appsettings.json, SMARTKAMPUNG_ variables and the command line, the later going first.</summary>
sealed partial class HostConfiguration(IConfiguration configuration)
{
    const string EnvironmentPrefix = "SMARTKAMPUNG_";

    static readonly string[] Switches = ["Telemetry:Console", "Telemetry:Villages"];
    static readonly string[] NumbersOfBytes = ["Disk:Budget", "Disk:MinimumFree"];

    /// <summary>The full path of the data folder.</summary>
    public string Data => Path.GetFullPath(configuration["data"] is { Length: > 0 } data ? data : "data");

    string? Plugins => configuration["plugins"];

    string Urls => configuration["urls"] ?? "";

    public static HostConfiguration Read(string[] args)
    {
        var builder = new ConfigurationManager();
        builder.SetBasePath(Directory.GetCurrentDirectory()).AddJsonFile("appsettings.json", optional: true);
        return new(AddTo(builder, args));
    }

    /// <summary>Adds the variables and the command line to an application's configuration.</summary>
    public static IConfigurationManager AddTo(IConfigurationManager configuration, string[] args)
    {
        configuration.AddEnvironmentVariables(EnvironmentPrefix).AddCommandLine(args);
        return configuration;
    }

    /// <summary>What is wrong, a line for each value; empty when the host can start.</summary>
    public IReadOnlyList<string> Check() => [.. CheckUrls(), .. CheckDemo(), .. CheckData(), .. CheckPlugins(), .. CheckRegency(), .. CheckSite(), .. CheckStorage(), .. CheckDisk(), .. CheckTelemetry()];

    IEnumerable<string> CheckUrls() =>
        from url in Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        where !IsUrl(url)
        select $"--urls: '{url}' is not an address such as http://127.0.0.1:5000.";

    IEnumerable<string> CheckDemo()
    {
        if (CheckUrls().Any()) yield break;
        if (DemoMode.RefusalOf(configuration) is { } refusal) yield return refusal;
    }

    static bool IsUrl(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { Scheme: "http" or "https", Host.Length: > 0, Port: >= 0 and <= ushort.MaxValue };
        }
        catch (FormatException)
        {
            return false;
        }
    }

    IEnumerable<string> CheckData()
    {
        string? reason = null;
        try
        {
            Directory.CreateDirectory(Data);
            using var probe = new FileStream(
                Path.Combine(Data, $".{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            reason = exception.Message;
        }

        if (reason is not null) yield return $"--data: the folder {Data} can't be written: {reason}";
    }

    IEnumerable<string> CheckPlugins()
    {
        if (Plugins is { Length: > 0 } plugins && !Directory.Exists(plugins)) yield return $"--plugins: there is no folder {Path.GetFullPath(plugins)}.";
    }

    IEnumerable<string> CheckRegency()
    {
        if (configuration["Regency:Code"] is { } code && !RegencyCode().IsMatch(code)) yield return $"Regency:Code: '{code}' is not a code such as 35.10.";
        if (configuration["Regency:Name"] is { } name && string.IsNullOrWhiteSpace(name)) yield return "Regency:Name: must not be empty.";
    }

    IEnumerable<string> CheckSite()
    {
        if (configuration["Site:Address"] is { Length: > 0 } address && !IsOrigin(address)) yield return $"Site:Address: '{address}' is not an address such as https://desa.example.";
        if (configuration["Site:Tiles"] is { Length: > 0 } tiles && TileServer.OriginOf(tiles) is null) yield return $"Site:Tiles: '{tiles}' is not an address such as https://tile.example/{{z}}/{{x}}/{{y}}.png.";
        if (configuration["Site:Theme"] is { Length: > 0 } theme && !Directory.Exists(theme)) yield return $"Site:Theme: there is no folder {Path.GetFullPath(theme)}.";
    }

    static bool IsOrigin(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https") && uri.GetLeftPart(UriPartial.Authority) == address;

    IEnumerable<string> CheckStorage()
    {
        if (configuration["Storage:OpenFiles"] is { } files && !(int.TryParse(files, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0))
            yield return $"Storage:OpenFiles: '{files}' is not a number from 1.";
    }

    IEnumerable<string> CheckDisk() =>
        from key in NumbersOfBytes
        where configuration[key] is { Length: > 0 } bytes && !long.TryParse(bytes, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        select $"{key}: '{configuration[key]}' is not a number of bytes.";

    IEnumerable<string> CheckTelemetry()
    {
        if (configuration["Telemetry:Otlp"] is { Length: > 0 } collector && !IsOrigin(collector))
            yield return $"Telemetry:Otlp: '{collector}' is not an address such as http://127.0.0.1:4318.";
        foreach (var key in Switches)
            if (configuration[key] is { Length: > 0 } value && !bool.TryParse(value, out _)) yield return $"{key}: '{value}' is neither true nor false.";
    }

    [GeneratedRegex(@"^\d\d\.\d\d\z")]
    private static partial Regex RegencyCode();
}
