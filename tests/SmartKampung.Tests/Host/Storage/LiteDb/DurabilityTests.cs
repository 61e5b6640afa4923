using LiteDB;
using LiteDB.Engine;
using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.Storage.LiteDb;

public sealed class DurabilityTests
{
    static readonly Partition Village = Partition.OfVillage(Guid.NewGuid());

    [Fact]
    public async Task A_save_is_acknowledged_after_the_log_is_on_disk()
    {
        await using var fixture = new LiteDbFixture();
        await fixture.Save(Village, new Counter());
        using var sync = new Turnstile();
        fixture.Disk.OnSync = sync.Pass;
        var save = fixture.Save(Village, new Counter());
        await sync.ReachedAsync();
        Assert.False(save.IsCompleted);
        sync.Open();
        await save;
    }

    [Fact]
    public async Task Files_compare_text_by_its_code_units_whatever_the_machine_speaks()
    {
        await using var fixture = new LiteDbFixture();
        await fixture.Save(Village, new Counter());
        var collation = "";
        await fixture.ReopenAsync(() =>
        {
            using var engine = new LiteEngine(fixture.FileOf(Village));
            collation = engine.Pragma("COLLATION").AsString;
        });
        Assert.Equal(Collation.Binary.ToString(), collation);
    }

    [Fact]
    public async Task What_was_acknowledged_is_in_the_files_as_they_are_at_that_moment()
    {
        await using var fixture = new LiteDbFixture();
        await using var copy = new LiteDbFixture();
        for (var i = 1; i <= 5; i++)
        {
            await fixture.Save(Village, new Counter());
            await copy.ReopenAsync(() =>
            {
                Directory.CreateDirectory(copy.Data.Villages);
                File.Copy(fixture.FileOf(Village), copy.FileOf(Village), overwrite: true);
                File.Copy(fixture.LogOf(Village), copy.LogOf(Village), overwrite: true);
            });
            Assert.Equal(i, await copy.Count(Village));
        }
    }

    [Fact]
    public async Task What_waits_is_saved_with_one_sync()
    {
        await using var fixture = new LiteDbFixture();
        await fixture.Save(Village, new Counter());
        using var sync = new Turnstile();
        fixture.Disk.OnSync = sync.Pass;
        var before = fixture.Disk.Syncs;
        var first = fixture.Save(Village, new Counter());
        await sync.ReachedAsync();
        var waiting = Enumerable.Range(0, 50).Select(_ => fixture.Save(Village, new Counter())).ToList();
        sync.Open();
        await Task.WhenAll([first, .. waiting]);
        Assert.Equal(2, fixture.Disk.Syncs - before);
        Assert.Equal(52, await fixture.Count(Village));
    }

    [Fact]
    public async Task Sixty_four_that_save_at_once_need_one_sync_for_twenty_saves_at_most()
    {
        const int Savers = 64;
        const int SavesEach = 10;
        await using var fixture = new LiteDbFixture();
        await fixture.Save(Village, new Counter());
        var asked = 0;
        // A sync takes as long as the other savers need to ask for their next save, however fast the machine is.
        fixture.Disk.OnSync = () => SpinWait.SpinUntil(() => Volatile.Read(ref asked) == Savers);
        var before = fixture.Disk.Syncs;
        for (var round = 0; round < SavesEach; round++)
        {
            Volatile.Write(ref asked, 0);
            await Task.WhenAll(Enumerable.Range(0, Savers).Select(_ =>
            {
                var save = fixture.Save(Village, new Counter());
                Interlocked.Increment(ref asked);
                return save;
            }));
        }

        Assert.InRange(fixture.Disk.Syncs - before, SavesEach, Savers * SavesEach / 20);
        Assert.Equal(1 + Savers * SavesEach, await fixture.Count(Village));
    }

    [Fact]
    public async Task What_fails_together_is_saved_one_by_one()
    {
        await using var fixture = new LiteDbFixture();
        await fixture.Save(Village, new Counter());
        using var sync = new Turnstile();
        var syncs = 0;
        fixture.Disk.OnSync = () =>
        {
            if (++syncs == 2) throw new IOException("No space left on device", 28);
            sync.Pass();
        };
        var first = fixture.Save(Village, new Counter());
        await sync.ReachedAsync();
        var waiting = Enumerable.Range(0, 5).Select(_ => fixture.Save(Village, new Counter())).ToList();
        sync.Open();
        await Task.WhenAll([first, .. waiting]);
        await fixture.ReopenAsync();
        Assert.Equal(7, await fixture.Count(Village));
    }

    [Fact]
    public async Task A_full_disk_saves_nothing_and_saving_goes_on_when_there_is_room()
    {
        await using var fixture = new LiteDbFixture();
        await fixture.Save(Village, new Counter());
        fixture.Disk.Fails = true;
        var saves = Enumerable.Range(0, 3).Select(_ => fixture.Save(Village, new Counter(), new Counter())).ToList();
        foreach (var save in saves) await Assert.ThrowsAsync<StorageUnavailableException>(() => save);
        Assert.Equal(1, await fixture.Count(Village));
        fixture.Disk.Fails = false;
        await fixture.Save(Village, new Counter());
        await fixture.ReopenAsync();
        Assert.Equal(2, await fixture.Count(Village));
        Assert.True(fixture.Store.Health(Village).IsUsable);
        Assert.Empty(fixture.Errors.Messages);
    }

    [Fact]
    public async Task A_disk_that_is_full_at_the_first_save_leaves_no_half_made_file()
    {
        await using var fixture = new LiteDbFixture();
        fixture.Disk.Fails = true;
        await Assert.ThrowsAsync<StorageUnavailableException>(() => fixture.Save(Village, new Counter()));
        Assert.False(File.Exists(fixture.FileOf(Village)));
        Assert.Equal(0, await fixture.Count(Village));
        fixture.Disk.Fails = false;
        await fixture.Save(Village, new Counter());
        Assert.Equal(1, await fixture.Count(Village));
    }
}
