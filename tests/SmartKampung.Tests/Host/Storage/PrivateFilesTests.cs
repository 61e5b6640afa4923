using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using SmartKampung.Host.Storage;
using SmartKampung.Tests.Host.Storage.LiteDb;

namespace SmartKampung.Tests.Host.Storage;

public sealed class PrivateFilesTests : IAsyncDisposable
{
    const string Owner = "tests";

    readonly LiteDbFixture fixture = new();
    readonly Guid village = Guid.NewGuid();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    PrivateFileStore Store => new(fixture.Data, new(new(fixture.Data)), fixture.Disk, fixture.Room);

    PrivateFiles Files => Store.Of(village, Owner);

    public ValueTask DisposeAsync() => fixture.DisposeAsync();

    [Fact]
    public async Task A_file_is_read_by_its_module_in_its_village_alone_and_a_thief_reads_nothing()
    {
        var name = await SaveAsync("Halimatussakdiyah 3510244107850001");

        Assert.Equal("Halimatussakdiyah 3510244107850001", await ReadAsync(name));
        Assert.NotEqual(name, await SaveAsync("Halimatussakdiyah 3510244107850001"));
        Assert.Null(await Store.Of(Guid.NewGuid(), Owner).ReadAsync(name, Stop));
        Assert.Null(await Store.Of(village, "others").ReadAsync(name, Stop));
        Assert.Empty(Theft.Find(fixture.Data.Path, "Halimatussakdiyah", "3510244107850001"));
        foreach (var trick in new[] { "", "a", "../" + name, name + "\n", name.ToUpperInvariant(), "../../" + Owner + "/" + name, Guid.NewGuid().ToString("N") }) Assert.Null(await Files.ReadAsync(trick, Stop));
    }

    [Fact]
    public async Task What_is_sealed_can_not_be_put_in_the_place_of_another_nor_be_cut()
    {
        var (akta, foto) = (await SaveAsync("akta"), await SaveAsync("foto"));
        File.Copy(PathOf(akta), PathOf(foto), overwrite: true);
        await File.WriteAllBytesAsync(PathOf(akta), (await File.ReadAllBytesAsync(PathOf(akta), Stop))[..20], Stop);

        await Assert.ThrowsAsync<StorageUnavailableException>(() => ReadAsync(foto));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => ReadAsync(akta));
        await File.WriteAllBytesAsync(PathOf(akta), [], Stop);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => ReadAsync(akta));
    }

    [Fact]
    public async Task What_fails_or_is_cancelled_leaves_nothing()
    {
        fixture.Disk.Fails = true;
        await Assert.ThrowsAsync<StorageUnavailableException>(() => SaveAsync("akta"));
        fixture.Disk.Fails = false;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Files.SaveAsync(new byte[1], new(canceled: true)));
        fixture.Room.IsShort = true;
        await Assert.ThrowsAsync<StorageUnavailableException>(() => SaveAsync("akta"));

        Assert.Empty(Directory.GetFiles(Path.Combine(fixture.Data.Path, "private"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Sealed_anew_a_file_needs_no_old_key()
    {
        var names = new[] { await SaveAsync("akta"), await SaveAsync("foto") };
        PersonalKeys.Renew(fixture.Data.Path);
        var late = await SaveAsync("surat");

        Assert.Equal(2, await Store.ResealAsync(village, Stop));
        Assert.Equal(0, await Store.ResealAsync(village, Stop));
        new PersonalKeys(fixture.Data).DropOld();

        Assert.Equal(["akta", "foto", "surat"], [await ReadAsync(names[0]), await ReadAsync(names[1]), await ReadAsync(late)]);
    }

    [Fact]
    public async Task A_key_that_is_renewed_while_a_file_is_saved_seals_it_too()
    {
        var renewals = 0;
        fixture.Disk.OnSync = () =>
        {
            if (renewals++ == 0) PersonalKeys.Renew(fixture.Data.Path);
        };

        var name = await SaveAsync("akta");
        fixture.Disk.OnSync = () => { };
        new PersonalKeys(fixture.Data).DropOld();

        Assert.Equal("akta", await ReadAsync(name));
    }

    [Fact]
    public async Task A_file_that_no_document_names_goes_after_a_day_and_one_that_is_named_stays()
    {
        var (named, unnamed, unfinished) = (await SaveAsync("akta"), await SaveAsync("foto"), PathOf("kill.tmp"));
        await File.WriteAllTextAsync(unfinished, "x", Stop);
        var letter = new Rich { Text = $"surat/{named}.pdf" };
        await fixture.Save(Partition.OfVillage(village), letter);
        var clear = new ClearPrivateFiles(Store, fixture.Store, fixture.Clock, NullLogger<ClearPrivateFiles>.Instance);
        fixture.Clock.SetUtcNow(TimeProvider.System.GetUtcNow());

        clear.Run(Stop);
        Assert.Equal(2, Files.Names().Count());
        fixture.Clock.Advance(TimeSpan.FromHours(25));
        clear.Run(Stop);
        Assert.Equal([named], Files.Names());
        Assert.False(File.Exists(unfinished));
        await fixture.Save(Partition.OfVillage(village), letter with { Version = 1, Text = "" });
        clear.Run(Stop);

        Assert.Empty(Files.Names());
    }

    async Task<string?> ReadAsync(string name) => await Files.ReadAsync(name, Stop) is { } content ? Encoding.UTF8.GetString(content) : null;

    Task<string> SaveAsync(string content) => Files.SaveAsync(Encoding.UTF8.GetBytes(content), Stop);

    string PathOf(string name) => Path.Combine(fixture.Data.Path, "private", village.ToString(), Owner, name);
}
