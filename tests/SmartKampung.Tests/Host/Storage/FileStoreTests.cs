using System.Security.Cryptography;
using System.Text;
using SmartKampung.Host.Storage;
using SmartKampung.Tests.Host.Storage.LiteDb;

namespace SmartKampung.Tests.Host.Storage;

public sealed class FileStoreTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly ObedientDisk disk = new();
    readonly Partition village = Partition.OfVillage(Guid.NewGuid());

    IFileStore Files => new FileStore(folder.Data, disk, new()).For(village);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_is_kept_once_under_the_hash_of_its_content()
    {
        var name = await Save("hai");
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("hai"u8)) + ".pdf", name);
        Assert.Equal(name, await Save("hai"));
        Assert.Single(Kept());
        using var reader = new StreamReader((await Files.OpenAsync(name, Stop))!);
        Assert.Equal("hai", await reader.ReadToEndAsync(Stop));
    }

    [Fact]
    public async Task A_file_of_one_village_is_not_found_in_another()
    {
        var name = await Save("hai");
        Assert.Null(await new FileStore(folder.Data, disk, new()).For(Partition.OfVillage(Guid.NewGuid())).OpenAsync(name, Stop));
    }

    [Theory]
    [InlineData("exe")]
    [InlineData("html")]
    [InlineData("JPG")]
    [InlineData("../x")]
    [InlineData("")]
    public async Task Kinds_that_are_not_served_are_refused(string extension) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Files.SaveAsync(new MemoryStream(), extension, Stop));

    [Fact]
    public async Task Names_that_are_no_hash_find_nothing()
    {
        var name = await Save("hai");
        foreach (var trick in new[] { "", "a", "../" + name, name + "\n", name.ToUpperInvariant(), "/etc/passwd", name[..2] + "/" + name, "..", name + ".tmp" })
            Assert.Null(await Files.OpenAsync(trick, Stop));
    }

    [Fact]
    public async Task What_fails_or_is_cancelled_leaves_nothing()
    {
        disk.Fails = true;
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Save("hai"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Files.SaveAsync(new MemoryStream([1]), "pdf", new CancellationToken(canceled: true)));
        Assert.Empty(Kept());
    }

    [Fact]
    public void Each_kind_has_its_content_type()
    {
        Assert.Equal("image/jpeg", FileKinds.ContentTypeOf("a.jpg"));
        Assert.Null(FileKinds.ContentTypeOf("a.html"));
    }

    Task<string> Save(string content) => Files.SaveAsync(new MemoryStream(Encoding.UTF8.GetBytes(content)), "pdf", Stop);

    string[] Kept() => Directory.Exists(folder.Data.Files) ? Directory.GetFiles(folder.Data.Files, "*", SearchOption.AllDirectories) : [];
}
