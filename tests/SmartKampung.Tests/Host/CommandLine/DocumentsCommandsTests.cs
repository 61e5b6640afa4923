using System.Diagnostics;
using SmartKampung.Host.CommandLine;

namespace SmartKampung.Tests.Host.CommandLine;

public sealed class DocumentsCommandsTests : IDisposable
{
    const string Other = "35.10.01.2001";

    readonly Terminal terminal = new();
    readonly TemporaryFolder elsewhere = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    string Archive => elsewhere.Combine("village.zip");

    public void Dispose()
    {
        terminal.Dispose();
        elsewhere.Dispose();
    }

    [Fact]
    public async Task A_village_goes_out_without_a_running_host_and_into_another_through_one()
    {
        Assert.Equal(0, await terminal.RunAsync("documents", "export", TestHost.DemoCode, Archive));
        Assert.Equal(1, await terminal.RunAsync("documents", "export", TestHost.DemoCode, Archive));
        Assert.Contains("is there already", terminal.Errors, StringComparison.Ordinal);

        await using var host = await terminal.ServeAsync();
        Assert.Equal(0, await terminal.RunAsync("documents", "import", Other, Archive, "--dry-run"));
        Assert.Contains("fit; nothing was imported", terminal.Output, StringComparison.Ordinal);
        Assert.Equal(0, await terminal.RunAsync("documents", "import", Other, Archive));
        Assert.Equal(1, await terminal.RunAsync("documents", "import", Other, Archive));
        Assert.Contains("has documents already", terminal.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_fit_is_told_and_leaves_the_village_empty()
    {
        await File.WriteAllTextAsync(Archive, "no archive", Stop);

        Assert.Equal(1, await terminal.RunAsync("documents", "import", Other, Archive));
        Assert.Contains("no archive of documents", terminal.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bar_is_shown_on_a_terminal_and_nowhere_else()
    {
        var command = $"dotnet {typeof(HostCommand).Assembly.Location} documents export {TestHost.DemoCode} FILE --data {terminal.Data} --plugins {NewsAlone.Folder}";

        Assert.Contains("100%", await ShellAsync($"script -qec '{command.Replace("FILE", Archive, StringComparison.Ordinal)}' /dev/null"), StringComparison.Ordinal);
        Assert.DoesNotContain("%", await ShellAsync(command.Replace("FILE", Archive + ".2", StringComparison.Ordinal) + " 2>&1"), StringComparison.Ordinal);
    }

    static async Task<string> ShellAsync(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", command]) { RedirectStandardOutput = true, Environment = { ["TERM"] = "xterm" } })!;
        var output = await shell.StandardOutput.ReadToEndAsync(Stop);
        await shell.WaitForExitAsync(Stop);
        Assert.Equal(0, shell.ExitCode);
        return output;
    }
}
