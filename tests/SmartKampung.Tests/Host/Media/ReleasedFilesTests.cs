using SmartKampung.Host.Media;

namespace SmartKampung.Tests.Host.Media;

public sealed class ReleasedFilesTests
{
    static readonly Guid Village = Guid.NewGuid();

    readonly ReleasedFiles released = new();
    readonly List<string> dropped = [];

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_many_let_go_of_at_once_is_handed_over_whole_and_once()
    {
        const int Writers = 4;
        const int Files = 50_000;
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() =>
        {
            for (var file = 0; file < Files; file++) released.Add(Village, [$"{writer}-{file}"]);
        }, Stop)));

        while (!writing.IsCompleted) await DropAsync();
        await DropAsync();

        Assert.Equal(Writers * Files, dropped.Count);
        Assert.Equal(Writers * Files, dropped.Distinct().Count());
    }

    [Fact]
    public async Task What_is_let_go_of_while_others_are_dropped_waits_for_the_next_time()
    {
        released.Add(Village, ["a.webp"]);
        await released.DropAsync(Village, _ =>
        {
            released.Add(Village, ["b.webp"]);
            return Task.CompletedTask;
        });

        await DropAsync();

        Assert.Equal(["b.webp"], dropped);
    }

    [Fact]
    public async Task What_the_disk_did_not_give_up_waits_with_what_came_since()
    {
        released.Add(Village, ["a.webp"]);
        await Assert.ThrowsAsync<IOException>(() => released.DropAsync(Village, _ =>
        {
            released.Add(Village, ["b.webp"]);
            throw new IOException("Read-only file system");
        }));

        await DropAsync();

        Assert.Equal(["a.webp", "b.webp"], dropped.Order());
    }

    Task DropAsync() => released.DropAsync(Village, files =>
    {
        dropped.AddRange(files);
        return Task.CompletedTask;
    });
}
