using System.CommandLine;
using System.Net;
using Microsoft.AspNetCore.Builder;
using SmartKampung.Host.CommandLine;
using SmartKampung.Tests.Host.Settings;
using SmartKampung.Tests.Host.Villages;

namespace SmartKampung.Tests.Host.CommandLine;

public sealed class HostCommandTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly StringWriter output = new();
    readonly StringWriter errors = new();

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
        errors.Dispose();
    }

    [Fact]
    public async Task Villages_are_listed_and_added_without_a_running_host()
    {
        Assert.Equal(0, await RunAsync("village", "add", "--code", "35.10.24.2097", "--name", "Kemiren", "--district", "Licin"));
        Assert.Equal(0, await RunAsync("village", "list", "--search", "kemiren"));
        Assert.Contains("kemiren-licin", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Villages_are_recoded_split_and_merged()
    {
        Assert.Equal(0, await RunAsync("village", "recode", "35.10.24.2008", "35.10.24.2098", "--from", "2026-01-31"));
        Assert.Equal(0, await RunAsync("village", "split", "35.10.24.2098", "35.10.24.2011=Ijen Barat", "35.10.24.2012=Ijen Timur", "--closes-into", "35.10.24.2011"));
        Assert.Contains("ijen-timur", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync("village", "merge", "35.10.24.2011", "35.10.24.2012"));
        Assert.Contains("The pages of 35.10.24.2012 end.", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await RunAsync("village", "merge", "35.10.24.2011", "35.10.24.2011"));
        Assert.Contains("/villages/0: A village can't be merged with itself.", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_file_is_told_by_row_and_column_and_nothing_is_imported()
    {
        var file = folder.Combine("villages.csv");
        await File.WriteAllTextAsync(file, "code,name,kind,district_code,district_name\n35.10.24.2097,Baru,kota,35.10.24,Licin\n", TestContext.Current.CancellationToken);
        Assert.Equal(1, await RunAsync("village", "import", file));
        Assert.Contains("row 2, column kind: Must be desa or kelurahan.", errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync("village", "list", "--search", "35.10.24.2097"));
        Assert.Equal("", output.ToString());
    }

    [Fact]
    public async Task Settings_are_set_one_by_one()
    {
        Assert.Equal(0, await RunAsync("settings", "set", "35.10.24.2008", "news", "shown=5", "title=Kabar"));
        Assert.Equal(0, await RunAsync("settings", "set", "35.10.24.2008", "news", "shown=6"));
        output.GetStringBuilder().Clear();
        Assert.Equal(0, await RunAsync("settings", "get", "35.10.24.2008", "news"));
        Assert.Contains("shown=6  from village:35.10.24.2008", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("title=\"Kabar\"  from village:35.10.24.2008", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await RunAsync("settings", "set", "35.10.24.2008", "news", "shown=1000"));
        Assert.Contains("/shown: Must be from 1 to 100.", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_host_is_told_and_sees_it_at_once()
    {
        await using var host = await VillageHost.StartAsync(folder.FullName, SampleModules.All);
        await File.WriteAllTextAsync(folder.Combine("host.address"), host.Administrator.BaseAddress!.AbsoluteUri, TestContext.Current.CancellationToken);
        Assert.Equal(0, await RunAsync("module", "on", "35.10.24.2008", "news"));
        var modules = await host.Stranger.GetStringAsync("/api/villages/35.10.24.2008/modules", TestContext.Current.CancellationToken);
        Assert.Contains("\"module\":\"news\",\"on\":true", modules, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_another_host_holds_is_told_in_one_line()
    {
        await using var host = await VillageHost.StartAsync(folder.FullName, SampleModules.All);
        Assert.Equal(2, await RunAsync("module", "list"));
        Assert.Contains("--data:", Assert.Single(Lines(errors)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_key_is_renewed_on_the_machine_and_the_running_host_refuses_the_old_one_at_once()
    {
        await using var host = await HostProcess.StartAsync(folder.FullName);
        using var before = await host.AdministratorAsync();

        Assert.Equal(0, await RunAsync("key", "renew"));

        using var after = await host.AdministratorAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await SwitchAsync(before));
        Assert.Equal(HttpStatusCode.OK, await SwitchAsync(after));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(folder.Combine("admin.key")).UnixFileMode);
    }

    [Fact]
    public async Task A_key_is_renewed_without_a_running_host()
    {
        Assert.Equal(0, await RunAsync("key", "renew"));
        var first = await File.ReadAllTextAsync(folder.Combine("admin.key"), TestContext.Current.CancellationToken);
        Assert.Equal(0, await RunAsync("key", "renew"));
        Assert.NotEqual(first, await File.ReadAllTextAsync(folder.Combine("admin.key"), TestContext.Current.CancellationToken));
        Assert.DoesNotContain(first.Trim(), output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_of_the_records_is_renewed_beside_the_one_before()
    {
        Assert.Equal(0, await RunAsync("key", "renew", "audit"));
        var first = await File.ReadAllBytesAsync(folder.Combine("keys/audit.key"), TestContext.Current.CancellationToken);
        Assert.Equal(0, await RunAsync("key", "renew", "audit"));
        var both = await File.ReadAllBytesAsync(folder.Combine("keys/audit.key"), TestContext.Current.CancellationToken);

        Assert.Equal((32, 64), (first.Length, both.Length));
        Assert.Equal(first, both[..32]);
        Assert.False(File.Exists(folder.Combine("admin.key")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(folder.Combine("keys/audit.key")).UnixFileMode);
        Assert.NotEqual(0, await RunAsync("key", "renew", "nonsense"));
    }

    [Fact]
    public async Task The_key_of_personal_data_is_renewed_beside_the_one_before()
    {
        Assert.Equal(0, await RunAsync("key", "renew", "personal"));
        var first = await File.ReadAllBytesAsync(folder.Combine("keys/personal.key"), TestContext.Current.CancellationToken);
        Assert.Equal(0, await RunAsync("key", "renew", "personal"));
        var both = await File.ReadAllBytesAsync(folder.Combine("keys/personal.key"), TestContext.Current.CancellationToken);

        Assert.Equal((32, 64), (first.Length, both.Length));
        Assert.Equal(first, both[..32]);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(folder.Combine("keys/personal.key")).UnixFileMode);
    }

    [Theory]
    [InlineData("--urls", "nonsense")]
    [InlineData("--urls", "ftp://127.0.0.1")]
    [InlineData("--data", "/dev/null/data")]
    [InlineData("--plugins", "/nowhere")]
    [InlineData("--Site:Address", "foo")]
    [InlineData("--Site:Theme", "/nowhere")]
    [InlineData("--Storage:OpenFiles", "abc")]
    [InlineData("--Telemetry:Otlp", "collector:4318")]
    [InlineData("--Telemetry:Console", "yes")]
    [InlineData("--Disk:Budget", "20GB")]
    [InlineData("--Disk:MinimumFree", "-1")]
    public async Task A_wrong_value_is_named_at_start(string option, string value)
    {
        Assert.Equal(2, await RunAsync(option, value));
        Assert.StartsWith(option.Contains(':', StringComparison.Ordinal) ? option[2..] + ":" : option + ":", Assert.Single(Lines(errors)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_command_does_not_serve()
    {
        Assert.Equal(2, await RunAsync("vilage", "list"));
        Assert.Contains("vilage", errors.ToString(), StringComparison.Ordinal);
    }

    static async Task<HttpStatusCode> SwitchAsync(HttpClient client)
    {
        using var answer = await client.PutAsync(new Uri("/api/villages/35.10.24.2008/modules/news", UriKind.Relative), null, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    static string[] Lines(StringWriter text) => text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    Task<int> RunAsync(params string[] args) => HostCommand.RunAsync(
        args.Contains("--data") ? args : [.. args, "--data", folder.FullName], BuildAsync, new InvocationConfiguration { Output = output, Error = errors });

    static async Task<WebApplication> BuildAsync(string[] args)
    {
        var app = VillageHost.Build(args, SampleModules.All);
        await VillageHost.PrepareAsync(app);
        return app;
    }
}
