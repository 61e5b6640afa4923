using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using SmartKampung.Host.Backups;
using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.Backups;

/// <summary>Whatever is done to a backup is found.</summary>
public sealed class DamagedBackupTests
{
    const int Samples = 150;
    const int SealedSamples = 12;

    [Fact]
    public async Task Backup_as_it_was_written_is_whole()
    {
        using var plain = await BackupFile.WriteAsync();
        using var encrypted = await BackupFile.WriteAsync(BackupFile.Passphrase);

        Assert.Empty(await plain.FaultsAsync());
        Assert.Empty(await encrypted.FaultsAsync(BackupFile.Passphrase));
        Assert.DoesNotContain("manifest.json", Encoding.Latin1.GetString(encrypted.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_byte_that_changed_anywhere_is_found()
    {
        using var backup = await BackupFile.WriteAsync();
        var whole = backup.Bytes;
        foreach (var place in Places(whole.Length, Samples))
        {
            backup.Bytes = Flipped(whole, place);
            Assert.True((await backup.FaultsAsync()).Length > 0, $"byte {place} of {whole.Length}");
        }
    }

    [Fact]
    public async Task One_byte_of_an_encrypted_backup_that_changed_anywhere_is_found()
    {
        using var backup = await BackupFile.WriteAsync(BackupFile.Passphrase);
        var whole = backup.Bytes;
        foreach (var place in Places(whole.Length, SealedSamples).Append(0).Append(9).Append(20))
        {
            backup.Bytes = Flipped(whole, place);
            Assert.True((await backup.FaultsAsync(BackupFile.Passphrase)).Length > 0, $"byte {place} of {whole.Length}");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(BackupFile.Passphrase)]
    public async Task End_that_is_missing_is_found(string? passphrase)
    {
        using var backup = await BackupFile.WriteAsync(passphrase);
        var whole = backup.Bytes;
        foreach (var length in Places(whole.Length, 5).Concat([whole.Length - 1, whole.Length - 64, PassphraseSeal.HeaderSize + PassphraseSeal.ChunkSize + PassphraseSeal.TagSize]))
        {
            backup.Bytes = whole[..length];
            Assert.NotEmpty(await backup.FaultsAsync(passphrase));
        }

        backup.Bytes = [.. whole, 0];
        Assert.NotEmpty(await backup.FaultsAsync(passphrase));
    }

    [Fact]
    public async Task Encrypted_chunks_that_changed_places_or_are_gone_are_found()
    {
        const int chunk = PassphraseSeal.ChunkSize + PassphraseSeal.TagSize;
        using var backup = await BackupFile.WriteAsync(BackupFile.Passphrase);
        var whole = backup.Bytes;
        var (header, first, second, rest) = (whole[..PassphraseSeal.HeaderSize], whole[PassphraseSeal.HeaderSize..(PassphraseSeal.HeaderSize + chunk)], whole[(PassphraseSeal.HeaderSize + chunk)..(PassphraseSeal.HeaderSize + (2 * chunk))], whole[(PassphraseSeal.HeaderSize + (2 * chunk))..]);

        foreach (byte[] other in new byte[][] { [.. header, .. second, .. first, .. rest], [.. header, .. first, .. rest], [.. header, .. first, .. second], [.. header, .. first, .. first, .. second, .. rest] })
        {
            backup.Bytes = other;
            Assert.NotEmpty(await backup.FaultsAsync(BackupFile.Passphrase));
        }
    }

    [Fact]
    public async Task Wrong_passphrase_is_told_as_what_it_is()
    {
        using var backup = await BackupFile.WriteAsync(BackupFile.Passphrase);

        Assert.Contains("passphrase is wrong", await backup.FaultsAsync("salah"), StringComparison.Ordinal);
        Assert.Contains("passphrase is needed", await backup.FaultsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_that_were_removed_added_or_exchanged_are_found_though_the_end_fits()
    {
        await ForgedAsync("is missing", backup => backup.Forge(zip => zip.GetEntry(BackupFile.Counters)!.Delete()));
        await ForgedAsync("does not tell of it", backup => backup.Forge(zip => BackupFile.Add(zip, "documents/tests/Other.jsonl", [])));
        await ForgedAsync("another length", backup => backup.Forge(zip => BackupFile.Replace(zip, BackupFile.Counters, [1])));
        await ForgedAsync("not what the manifest says", backup => backup.Forge(zip => Change(zip, BackupFile.Counters, content => content[^4] ^= 1)));
        await ForgedAsync("another number", backup => backup.ForgeManifest(manifest => manifest["documents"]![0]!["count"] = 49));
        await ForgedAsync("another number", backup => backup.ForgeManifest(manifest => manifest["files"] = 2));
    }

    [Fact]
    public async Task Hostile_archives_are_refused()
    {
        foreach (var name in new[] { "../../etc/passwd", "/etc/passwd", "documents/../x.jsonl", "files/../../x.png", "documents/A/b.jsonl", "files/" + new string('a', 64) + ".exe", "C:\\x" })
            await ForgedAsync("has no such name", backup => backup.Forge(zip => BackupFile.Add(zip, name, [1])));
        await ForgedAsync("there twice", backup => backup.Forge(zip => BackupFile.Add(zip, BackupFile.Counters, [1])));
        await ForgedAsync("there twice", backup => backup.ForgeManifest(manifest => manifest["entries"]!.AsArray().Add(manifest["entries"]![0]!.DeepClone())));
        await ForgedAsync("no backup", backup => backup.ForgeManifest(manifest => manifest["entries"] = null));
        await ForgedAsync("no backup", backup => backup.ForgeManifest(manifest => manifest["documents"]![0] = null));
        await ForgedAsync("no backup", backup => backup.Forge(zip => BackupFile.Replace(zip, BackupManifest.Name, "[]"u8.ToArray())));
        await ForgedAsync("was changed", backup => backup.Bytes = "PK no archive at all, but long enough to hold the hash that should stand at its end"u8.ToArray());
        await ForgedAsync("another length", backup => backup.Forge(zip => BackupFile.Replace(zip, BackupFile.Counters, new byte[200_000_000])));
    }

    [Fact]
    public async Task Bomb_whose_directory_lies_about_its_size_is_read_no_further_than_told()
    {
        using var backup = await BackupFile.WriteAsync();
        backup.Forge(zip => BackupFile.Replace(zip, BackupFile.Counters, new byte[50_000_000]));
        var bytes = backup.Bytes;
        var told = BitConverter.GetBytes(50_000_000);
        for (var at = bytes.AsSpan().IndexOf(told); at >= 0; at = bytes.AsSpan().IndexOf(told)) BitConverter.GetBytes(1000).CopyTo(bytes, at);
        backup.Bytes = bytes;
        backup.ForgeManifest(manifest => Entry(manifest, BackupFile.Counters)["length"] = 1000);

        Assert.NotEmpty(await backup.FaultsAsync());
    }

    [Fact]
    public async Task Header_that_asks_for_years_of_computing_is_refused()
    {
        using var backup = await BackupFile.WriteAsync(BackupFile.Passphrase);
        var bytes = backup.Bytes;
        bytes.AsSpan(8, 4).Fill(0x7f);
        backup.Bytes = bytes;

        Assert.Contains("no backup", await backup.FaultsAsync(BackupFile.Passphrase), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_of_a_newer_host_says_so_whatever_its_shape()
    {
        using var backup = await BackupFile.WriteAsync();
        backup.Forge(zip => BackupFile.Replace(zip, BackupManifest.Name, """{"format":4,"all":"else"}"""u8.ToArray()));

        Assert.Contains("newer host", await backup.FaultsAsync(), StringComparison.Ordinal);
    }

    static async Task ForgedAsync(string expected, Action<BackupFile> forge)
    {
        using var backup = await BackupFile.WriteAsync();
        forge(backup);
        Assert.Contains(expected, await backup.FaultsAsync(), StringComparison.Ordinal);
    }

    static JsonNode Entry(JsonNode manifest, string name) => manifest["entries"]!.AsArray().First(entry => (string?)entry!["name"] == name)!;

    static void Change(ZipArchive zip, string name, Action<byte[]> change)
    {
        using var content = new MemoryStream();
        using (var entry = zip.GetEntry(name)!.Open()) entry.CopyTo(content);
        var bytes = content.ToArray();
        change(bytes);
        BackupFile.Replace(zip, name, bytes);
    }

    static byte[] Flipped(byte[] whole, int place)
    {
        var changed = whole.ToArray();
        changed[place] ^= 0x10;
        return changed;
    }

    static IEnumerable<int> Places(int length, int count) => Enumerable.Range(0, count).Select(i => (int)((long)length * i / count) + ((i * 7) % 3)).Where(place => place < length);
}
