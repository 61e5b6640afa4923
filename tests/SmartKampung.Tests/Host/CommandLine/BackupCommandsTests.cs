using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using SmartKampung.Host.CommandLine;
using SmartKampung.Tests.Host.Backups;

namespace SmartKampung.Tests.Host.CommandLine;

public sealed class BackupCommandsTests : IDisposable
{
    readonly TemporaryFolder data = new();
    readonly TemporaryFolder elsewhere = new();
    readonly StringWriter output = new();
    readonly StringWriter errors = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    string Backup => elsewhere.Combine("village.sealed");

    string Passphrase => elsewhere.Combine("passphrase");

    public void Dispose()
    {
        data.Dispose();
        elsewhere.Dispose();
        output.Dispose();
        errors.Dispose();
    }

    [Fact]
    public async Task A_village_is_backed_up_verified_and_restored_with_and_without_a_running_host()
    {
        await File.WriteAllTextAsync(Passphrase, "frasa sandi\n", Stop);
        Assert.Equal(0, await RunAsync("backup", TestHost.DemoCode, "--out", Backup, "--passphrase-file", Passphrase));
        Assert.Equal(1, await RunAsync("backup", TestHost.DemoCode, "--out", Backup));
        Assert.Equal(0, await RunAsync("backup", "verify", Backup, "--passphrase-file", Passphrase));
        Assert.Contains("all as they were written", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await RunAsync("backup", "verify", Backup));
        Assert.Contains("its passphrase is needed", errors.ToString(), StringComparison.Ordinal);

        await using var host = await HostProcess.StartAsync(data.FullName);
        Assert.True(SpinWait.SpinUntil(() => File.Exists(data.Combine("host.address")), TimeSpan.FromSeconds(30)));
        Assert.Equal(0, await RunAsync("backup", "all"));
        Assert.Contains(TestHost.DemoCode + "-", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await RunAsync("restore", Backup, "--yes"));
        Assert.Equal(0, await RunAsync("restore", Backup, "--passphrase-file", Passphrase, "--yes"));
        Assert.Contains("What was there before: ", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync("restore", Backup, "--as", "35.10.24.2998", "--passphrase-file", Passphrase, "--yes"));
        Assert.Equal(1, await RunAsync("backup", "99.99.99.9999"));
    }

    [Fact]
    public async Task What_is_wrong_with_a_file_is_told_without_a_host()
    {
        using var damaged = await BackupFile.WriteAsync();
        damaged.Bytes = damaged.Bytes[..^100];

        Assert.Equal(1, await RunAsync("backup", "verify", damaged.Path));
        Assert.Contains("was changed since it was made", errors.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(data.FullName));
    }

    Task<int> RunAsync(params string[] words) => HostCommand.RunAsync(
        [.. words, "--data", data.FullName, "--plugins", NewsAlone.Folder], BuildAsync, new InvocationConfiguration { Output = output, Error = errors });

    static Task<WebApplication> BuildAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        HostConfiguration.AddTo(builder.Configuration, args);
        return SmartKampung.Host.Program.BuildAsync(builder);
    }
}
