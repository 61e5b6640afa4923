using SmartKampung.Tests.Host.Backups;

namespace SmartKampung.Tests.Host.CommandLine;

public sealed class BackupCommandsTests : IDisposable
{
    readonly Terminal terminal = new();
    readonly TemporaryFolder elsewhere = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    string Backup => elsewhere.Combine("village.sealed");

    string Passphrase => elsewhere.Combine("passphrase");

    public void Dispose()
    {
        terminal.Dispose();
        elsewhere.Dispose();
    }

    [Fact]
    public async Task A_village_is_backed_up_verified_and_restored_with_and_without_a_running_host()
    {
        await File.WriteAllTextAsync(Passphrase, "frasa sandi\n", Stop);
        Assert.Equal(0, await terminal.RunAsync("backup", TestHost.DemoCode, "--out", Backup, "--passphrase-file", Passphrase));
        Assert.Equal(1, await terminal.RunAsync("backup", TestHost.DemoCode, "--out", Backup));
        Assert.Equal(0, await terminal.RunAsync("backup", "verify", Backup, "--passphrase-file", Passphrase));
        Assert.Contains("all as they were written", terminal.Output, StringComparison.Ordinal);
        Assert.Equal(1, await terminal.RunAsync("backup", "verify", Backup));
        Assert.Contains("its passphrase is needed", terminal.Errors, StringComparison.Ordinal);

        await using var host = await terminal.ServeAsync();
        Assert.Equal(0, await terminal.RunAsync("backup", "all"));
        Assert.Contains(TestHost.DemoCode + "-", terminal.Output, StringComparison.Ordinal);
        Assert.Equal(1, await terminal.RunAsync("restore", Backup, "--yes"));
        Assert.Equal(0, await terminal.RunAsync("restore", Backup, "--passphrase-file", Passphrase, "--yes"));
        Assert.Contains("What was there before: ", terminal.Output, StringComparison.Ordinal);
        Assert.Equal(0, await terminal.RunAsync("restore", Backup, "--as", "35.10.24.2998", "--passphrase-file", Passphrase, "--yes"));
        Assert.Equal(1, await terminal.RunAsync("backup", "99.99.99.9999"));
    }

    [Fact]
    public async Task What_is_wrong_with_a_file_is_told_without_a_host()
    {
        using var damaged = await BackupFile.WriteAsync();
        damaged.Bytes = damaged.Bytes[..^100];

        Assert.Equal(1, await terminal.RunAsync("backup", "verify", damaged.Path));
        Assert.Contains("was changed since it was made", terminal.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(terminal.Data));
    }
}
