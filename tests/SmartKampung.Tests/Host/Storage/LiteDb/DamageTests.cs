using System.Text;
using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.Storage.LiteDb;

public sealed class DamageTests
{
    static readonly Partition Village = Partition.OfVillage(Guid.NewGuid());
    static readonly Partition Neighbour = Partition.OfVillage(Guid.NewGuid());

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public enum Kind
    {
        Garbage,
        Truncated,
        TruncatedWithinAPage,
        Empty,
        WrongMagic,
        OneByteOfADocument,
    }

    [Theory]
    [InlineData(Kind.Garbage)]
    [InlineData(Kind.Truncated)]
    [InlineData(Kind.TruncatedWithinAPage)]
    [InlineData(Kind.Empty)]
    [InlineData(Kind.WrongMagic)]
    [InlineData(Kind.OneByteOfADocument)]
    public async Task A_damaged_file_is_set_aside_and_told_while_other_villages_run_on(Kind kind)
    {
        await using var fixture = new LiteDbFixture();
        await fixture.Save(Village, [.. Enumerable.Range(0, 100).Select(i => new Rich { Text = "desa " + i, Note = new string('n', 500) })]);
        await fixture.Save(Neighbour, new Counter());
        var file = fixture.FileOf(Village);
        await fixture.ReopenAsync(() =>
        {
            File.Copy(file, file + ".good");
            Break(file, kind);
        });

        await Assert.ThrowsAsync<StorageUnavailableException>(() => ReadAll(fixture));
        Assert.False(File.Exists(file));
        Assert.Single(Directory.GetFiles(fixture.Data.Villages, "*.db.damaged-*"));
        var health = fixture.Store.Health(Village);
        Assert.False(health.IsUsable);
        Assert.Contains("damaged", health.Reason, StringComparison.Ordinal);
        Assert.Contains(Village.Id.ToString(), Assert.Single(fixture.Errors.Messages), StringComparison.Ordinal);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => fixture.Save(Village, new Counter()));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => ReadAll(fixture));
        Assert.Equal(1, await fixture.Count(Neighbour));

        await fixture.ReopenAsync();
        await Assert.ThrowsAsync<StorageUnavailableException>(() => ReadAll(fixture));
        File.Move(file + ".good", file);
        Assert.Equal(100, (await ReadAll(fixture)).Count);
        Assert.True(fixture.Store.Health(Village).IsUsable);
    }

    [Fact]
    public async Task Damage_that_shows_while_the_file_is_open_is_found_too()
    {
        await using var fixture = new LiteDbFixture();
        await fixture.Save(Village, [.. Enumerable.Range(0, 300).Select(i => new Rich { Text = "desa " + i, Note = new string('n', 500) })]);
        await fixture.ReopenAsync();
        Assert.Equal(0, await fixture.Count(Village));
        Break(fixture.FileOf(Village), Kind.Garbage);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => ReadAll(fixture));
        Assert.False(fixture.Store.Health(Village).IsUsable);
        Assert.Single(fixture.Errors.Messages);
    }

    [Fact]
    public async Task A_broken_index_is_rebuilt_into_a_copy_that_an_administrator_can_accept()
    {
        await using var fixture = new LiteDbFixture();
        await fixture.Save(Village, [.. Enumerable.Range(0, 100).Select(i => new Rich { Text = "desa " + i })]);
        var file = fixture.FileOf(Village);
        await fixture.ReopenAsync(() => BreakIndexPages(file));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => ReadAll(fixture));
        File.Move(Assert.Single(Directory.GetFiles(fixture.Data.Villages, "*.db.rebuilt-*")), file);
        Assert.Equal(100, (await ReadAll(fixture)).Count);
        Assert.Equal(1, await fixture.Session(Village).Query<Rich>().Where(r => r.Text == "desa 7").CountAsync(Stop));
    }

    [Fact]
    public async Task A_log_without_its_file_is_no_empty_village()
    {
        await using var fixture = new LiteDbFixture();
        Directory.CreateDirectory(fixture.Data.Villages);
        await File.WriteAllBytesAsync(fixture.LogOf(Village), new byte[8192], Stop);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => fixture.Save(Village, new Counter()));
        Assert.False(fixture.Store.Health(Village).IsUsable);
    }

    [Fact]
    public async Task A_file_that_was_never_finished_is_made_again()
    {
        await using var fixture = new LiteDbFixture();
        Directory.CreateDirectory(fixture.Data.Villages);
        await File.WriteAllTextAsync(fixture.FileOf(Village) + ".new", "half", Stop);
        await fixture.Save(Village, new Counter());
        Assert.Equal(1, await fixture.Count(Village));
    }

    static Task<IReadOnlyList<Rich>> ReadAll(LiteDbFixture fixture) => fixture.Session(Village).Query<Rich>().ToListAsync(Stop);

    static void Break(string path, Kind kind)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var garbage = new byte[file.Length];
        new Random(1).NextBytes(garbage);
        switch (kind)
        {
            case Kind.Garbage:
                Overwrite(file, file.Length / 3, garbage.AsSpan(0, (int)file.Length / 2));
                break;
            case Kind.Truncated:
                file.SetLength(file.Length / 2 / 8192 * 8192);
                break;
            case Kind.TruncatedWithinAPage:
                file.SetLength(file.Length - 100);
                break;
            case Kind.Empty:
                file.SetLength(0);
                break;
            case Kind.WrongMagic:
                Overwrite(file, 32, "something else"u8);
                break;
            default:
                Overwrite(file, Find(file, "desa 77"), "d"u8, flip: true);
                break;
        }
    }

    /// <summary>Turns each index page into noise behind its header; documents lie on other pages.</summary>
    static void BreakIndexPages(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var page = new byte[8192];
        for (var at = 0L; at < file.Length; at += page.Length)
        {
            file.Position = at;
            file.ReadExactly(page);
            if (page[4] == 3) Overwrite(file, at + 32, Enumerable.Repeat((byte)0xEE, 4000).ToArray());
        }
    }

    static long Find(FileStream file, string text)
    {
        var content = new byte[file.Length];
        file.Position = 0;
        file.ReadExactly(content);
        return content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text));
    }

    static void Overwrite(FileStream file, long position, ReadOnlySpan<byte> bytes, bool flip = false)
    {
        file.Position = position;
        file.Write(flip ? [(byte)(bytes[0] ^ 1)] : bytes);
    }
}
