using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.Storage;

public sealed class DataVersionTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly List<string> run = [];

    string File => folder.Combine("version.json");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Steps_bring_data_of_an_older_host_to_the_present_version_and_are_run_once()
    {
        Version(Step("a")).Bring();
        Version(Step("a"), Step("b"), Step("c")).Bring();
        Version(Step("a"), Step("b"), Step("c")).Bring();

        Assert.Equal(["a", "b", "c"], run);
        Assert.Equal("""{"version":3}""", Read());
    }

    [Fact]
    public void A_step_that_failed_is_told_and_run_again_by_the_next_start()
    {
        var failing = new DataStep("rooms are swept", _ => throw new IOException("No space left on device"));

        var failure = Assert.Throws<DataFolderException>(() => Version(Step("a"), failing).Bring());
        Version(Step("a"), Step("b")).Bring();

        Assert.Contains("from version 1 to 2 (rooms are swept): No space left on device", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["a", "b"], run);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"version":"x"}""")]
    public void A_version_that_can_not_be_understood_is_never_taken_for_none(string text)
    {
        System.IO.File.WriteAllText(File, text);

        Assert.Contains(File, Assert.Throws<DataFolderException>(() => Version(Step("a")).Bring()).Message, StringComparison.Ordinal);
        Assert.Empty(run);
    }

    [Fact]
    public void Keys_of_a_folder_from_before_there_were_versions_are_closed_to_other_users()
    {
        var keys = Directory.CreateDirectory(folder.Combine("keys"));
        new DataVersion(folder.FullName, DataSteps.All, new DiskSync()).Bring();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, new DirectoryInfo(keys.FullName).UnixFileMode);
    }

    [Fact]
    public async Task A_host_refuses_data_of_a_newer_host_and_leaves_them_alone()
    {
        await System.IO.File.WriteAllTextAsync(File, """{"version":99}""", TestContext.Current.CancellationToken);
        await using var host = HostProcess.Launch(folder.FullName);

        Assert.Equal(2, await host.ExitCodeAsync());
        Assert.Contains("version 99", host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", host.Output, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(folder.Combine("installation.db")));
        Assert.Equal("""{"version":99}""", Read());
    }

    DataVersion Version(params DataStep[] steps) => new(folder.FullName, steps, new DiskSync());

    DataStep Step(string name) => new(name, path =>
    {
        Assert.Equal(folder.FullName, path);
        run.Add(name);
    });

    string Read() => System.IO.File.ReadAllText(File);
}
