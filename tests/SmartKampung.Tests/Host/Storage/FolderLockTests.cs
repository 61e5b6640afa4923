using SmartKampung.Host.Storage;
using SmartKampung.Tests.Host.Storage.LiteDb;

namespace SmartKampung.Tests.Host.Storage;

public sealed class FolderLockTests
{
    [Fact]
    public async Task A_second_host_over_the_same_folder_is_refused_and_told_who_holds_it()
    {
        await using var fixture = new LiteDbFixture();
        var refusal = Assert.Throws<DataFolderException>(() => fixture.Open());
        Assert.Contains(fixture.Data.Path, refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"process {Environment.ProcessId}", refusal.Message, StringComparison.Ordinal);
        await fixture.ReopenAsync();
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_named()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.FullName, "file");
        File.WriteAllText(file, "");
        var refusal = Assert.Throws<DataFolderException>(() => FolderLock.Take(Path.Combine(file, "data")));
        Assert.Contains("can't be written", refusal.Message, StringComparison.Ordinal);
    }
}
