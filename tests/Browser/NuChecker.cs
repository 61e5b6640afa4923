using System.Diagnostics;
using System.Text.Json;

namespace SmartKampung.Browser;

/// <summary>The Nu HTML checker, run once over a folder.</summary>
static class NuChecker
{
    static string Jar => Repository.Path("tests", "Browser", "node_modules", "vnu-jar", "build", "dist", "vnu.jar");

    public static async Task<IReadOnlyList<string>> FindingsAsync(string format, TemporaryFolder folder)
    {
        using var process = Start(format, Directory.GetFiles(folder.FullName));
        using var report = await JsonDocument.ParseAsync(process.StandardOutput.BaseStream);
        await process.WaitForExitAsync();
        return [.. report.RootElement.GetProperty("messages").EnumerateArray().Select(Describe)];
    }

    static Process Start(string format, IEnumerable<string> files)
    {
        var command = new ProcessStartInfo("java") { RedirectStandardOutput = true };
        // A run of seconds gains nothing from code that is compiled well; what is compiled in haste needs more room for its calls.
        string[] options = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m", "-jar", Jar, "--stdout", "--exit-zero-always", "--format", "json", "--" + format];
        foreach (var argument in options.Concat(files)) command.ArgumentList.Add(argument);
        return Process.Start(command) ?? throw new InvalidOperationException("Java does not start.");
    }

    static string Describe(JsonElement message) =>
        $"{Path.GetFileName(Text(message, "url"))}: {Text(message, "message")} {Text(message, "extract")}";

    static string Text(JsonElement message, string name) => message.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
