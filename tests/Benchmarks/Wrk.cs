using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SmartKampung.Benchmarks;

/// <summary>The load generator, one short round at a time.</summary>
static partial class Wrk
{
    public static async Task<double> RequestsASecondAsync(Uri address)
    {
        var command = new ProcessStartInfo("wrk", ["-t1", "-c32", "-d3s", "-H", "Accept-Encoding: br", address.ToString()]) { RedirectStandardOutput = true };
        using var process = Process.Start(command) ?? throw new InvalidOperationException("wrk does not start.");
        var report = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (report.Contains("Non-2xx", StringComparison.Ordinal)) throw new InvalidOperationException(address + " answers with errors:\n" + report);
        return double.Parse(Rate().Match(report).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();
}
