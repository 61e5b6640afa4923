using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SmartKampung.Host.Backups;
using SmartKampung.Tests.Host.Villages;

namespace SmartKampung.Tests.Host.Backups;

/// <summary>A small backup, made without a host, that can be spoiled in every way.</summary>
sealed class BackupFile : IDisposable
{
    public const string Passphrase = "kuda lumping di lapangan";
    /// <summary>Few, so that a test may open it often.</summary>
    const int Rounds = 100;

    public const string Counters = "documents/tests/Counter.jsonl";

    readonly TemporaryFolder folder = new();

    public string Path => folder.Combine("village.zip");

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<BackupFile> WriteAsync(string? passphrase = null, int schema = 1, string owner = "tests", string type = "Counter", string code = "35.10.24.2001")
    {
        var backup = new BackupFile();
        await using var file = File.Create(backup.Path);
        await using var writer = new BackupWriter(file, passphrase, Rounds);
        var count = writer.AddLines($"documents/{owner}/{type}.jsonl", Lines(), Stop);
        var record = Records.Of(code, "Kluncing", "Licin") with { Slug = "kluncing-uji" };
        writer.AddJson(BackupManifest.CardEntry, new VillageCard(record, new(), new(), [], [], [], [], [], []));
        await writer.AddFileAsync("files/" + FileName, new MemoryStream(Content), Stop);
        writer.Finish(
            new(BackupManifest.PresentFormat, "1", DateTimeOffset.UnixEpoch, new(record.Id, record.Code, record.Name), [], [new(owner, type, schema, count)], 1, writer.Entries));
        return backup;
    }

    public static string FileName => Convert.ToHexStringLower(SHA256.HashData(Content)) + ".png";

    static byte[] Content { get; } = [.. Enumerable.Range(0, 150_000).Select(i => (byte)(i * 31 / 7))];

    public void Dispose() => folder.Dispose();

    /// <summary>What is wrong with it, in English.</summary>
    public async Task<string> FaultsAsync(string? passphrase = null) =>
        string.Join('\n', (await CheckBackup.RunAsync(Path, passphrase, _ => { }, Stop)).Select(fault => $"{fault.Entry}: {fault.Message.English}"));

    public byte[] Bytes
    {
        get => File.ReadAllBytes(Path);
        set => File.WriteAllBytes(Path, value);
    }

    /// <summary>Changes the archive as somebody would who knows the format, so that its end fits again.</summary>
    public void Forge(Action<ZipArchive> change)
    {
        using (var zip = ZipFile.Open(Path, ZipArchiveMode.Update)) change(zip);
        var bytes = Bytes;
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, bytes.Length - EndHash.Size)));
        Encoding.ASCII.GetBytes(hash).CopyTo(bytes, bytes.Length - EndHash.Size);
        Bytes = bytes;
    }

    public void ForgeManifest(Action<JsonNode> change) => Forge(zip =>
    {
        JsonNode manifest;
        using (var content = zip.GetEntry(BackupManifest.Name)!.Open()) manifest = JsonNode.Parse(content)!;
        change(manifest);
        Replace(zip, BackupManifest.Name, Encoding.UTF8.GetBytes(manifest.ToJsonString()));
    });

    public static void Replace(ZipArchive zip, string name, byte[] content)
    {
        zip.GetEntry(name)?.Delete();
        Add(zip, name, content);
    }

    public static void Add(ZipArchive zip, string name, byte[] content)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(content);
    }

    static IEnumerable<byte[]> Lines() =>
        Enumerable.Range(0, 50).Select(i => Encoding.UTF8.GetBytes($$"""{"Id":"{{new Guid(i + 1, 0, 0, new byte[8])}}","Version":1,"Count":{{i}}}"""));
}
