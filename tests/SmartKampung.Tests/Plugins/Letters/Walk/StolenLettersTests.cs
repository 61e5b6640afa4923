using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Host.Storage;
using SmartKampung.Tests.Plugins.Letters.Issued;
using SmartKampung.Tests.Plugins.Letters.Lives;

namespace SmartKampung.Tests.Plugins.Letters.Walk;

/// <summary>A village keeps its register and writes letters; a thief has its data folder, a backup, the log and what lies about in the folder for temporary files.</summary>
public sealed class StolenLettersTests : IAsyncLifetime
{
    const string Api = $"/api/villages/{TestHost.DemoCode}";

    /// <summary>As they were typed, and as they are kept in other places.</summary>
    static readonly string[] Marks = [.. MarkedVillage.Secrets.Append("0812-9917-7417").SelectMany(secret => new[] { secret, secret.ToLowerInvariant(), secret.ToUpperInvariant() }).Distinct()];

    readonly DateTime began = TimeProvider.System.GetUtcNow().UtcDateTime;
    readonly EveryMessage log = new();
    readonly TemporaryFolder copies = new();
    readonly TestHost host;
    MarkedVillage marked = null!;

    public StolenLettersTests() => host = new() { Plugins = Repository.Plugins, Used = UsedFolder.OfNews, Instead = services => services.AddSingleton<ILoggerProvider>(log) };

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    LettersVillage Village => marked.Village;

    public async ValueTask InitializeAsync()
    {
        await host.InitializeAsync();
        await SigningHost.SwitchOnAsync(host.Administrator);
        Task<StaffBrowser> SignInAsync(string role, string name, Territory? territory, Guid? reference) => StaffBrowser.SignInAsync(host, role, name: name, territory: territory, reference: reference);
        var village = new LettersVillage(host, TestHost.DemoCode, TestHost.DemoSlug, SignInAsync, await SignInAsync(Roles.Operator, "Ratna Operator", null, null));
        marked = await MarkedVillage.BeginAsync(await village.BeginAsync());
        await UseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        marked.Dispose();
        await host.DisposeAsync();
        log.Dispose();
        copies.Dispose();
    }

    [Fact]
    public async Task Thief_reads_no_number_name_telephone_or_street_of_anyone()
    {
        using var backup = await UnpackAsync(await BackUpAsync());
        using var open = await UnpackAsync(await host.Administrator.GetByteArrayAsync($"{Api}/documents", Stop));

        Assert.Equal([], MarkedVillage.Secrets.Where(secret => Theft.Find(open.FullName, secret).Count == 0));
        Assert.Empty(Theft.Find(backup.FullName, Marks));
        Assert.Empty(Theft.Find(host.DataFolder, Marks));
        await host.StopAsync();
        Assert.Empty(Theft.Find(host.DataFolder, Marks));
        Assert.Empty(Theft.Find(LeftBehind(), Marks));
        Assert.DoesNotContain(Marks, mark => log.Text.Contains(mark, StringComparison.Ordinal));
    }

    /// <summary>Searches, papers, sheets, messages, what goes wrong, and what is taken back.</summary>
    async Task UseAsync()
    {
        var (register, person) = ($"{Village.Site}/kelola/residents", marked.Person);
        foreach (var path in new[] { $"{register}?cari=Zubaidahmarka", $"{register}?cari={MarkedVillage.Nik}", $"{register}/statistik", $"{Village.Desk}/loket?cari=Qurrotuaynimarka", $"{Village.Desk}?keadaan=semua&cari=Zubaidahmarka", $"{Village.Desk}/buku" })
            await Village.Operator.OpenAsync(path);
        foreach (var path in new[] { $"{Village.Desk}/buku/agenda.pdf", $"{Village.Desk}/buku/agenda.xlsx", $"{register}/statistik.xlsx" })
            Assert.NotEmpty(await Village.Operator.Client.GetByteArrayAsync(path, Stop));
        using (var sheet = await Village.Operator.PostAsync($"{register}/ekspor", $"{register}/ekspor", ("format", "Xlsx"), ("purpose", "Cadangan"))) Assert.Equal(HttpStatusCode.OK, sheet.StatusCode);

        var desk = new Writer(Village.Operator);
        var again = $"{register}/orang/baru";
        await desk.PostAsync(again, ("name", MarkedVillage.Name), ("nik", MarkedVillage.Nik), ("sex", "female"), ("address", "Jalan Kemuningmarka 77"), ("place", "Krajan/001/001"), ("phone", "0812-9917-7417"), ("version", "0"));
        await desk.PostAsync($"{Village.Desk}/loket/{person}/{Sample.Slug}", ("purpose", "ziarahmarka"), ("children.0.name", "Ngadimunmarka"), ("seen", "true"), ("brought", "true"), ("token", Guid.NewGuid().ToString()));
        using var kept = await KeptLetters.ReadAsync(host.Administrator);
        var letter = kept.Letters.Single();
        await desk.PostAsync($"{Village.Desk}/permohonan/{letter.Text("Request")}/diambil", ("collector", "Ngadimunmarka"));
        Assert.NotEmpty(await marked.Resident.Client.GetByteArrayAsync($"{Village.Site}/surat/unduh/{letter.Id()}", Stop));
        Assert.NotEmpty(await new Writer(marked.Secretary).PostAsync($"{Village.Desk}/surat/{letter.Id()}/cabut", ("reason", "Nama Ngadimunmarka salah")));
        using (var body = JsonContent.Create(new { purpose = "Memeriksa" })) using (await host.Administrator.PostAsync($"{Api}/residents/people/{person}/open", body, Stop)) { }
        await host.CatchUpAsync();
    }

    /// <returns>The backup's file.</returns>
    async Task<byte[]> BackUpAsync()
    {
        using (var begun = await host.Administrator.PostAsync($"{Api}/backups", null, Stop)) Assert.Equal(HttpStatusCode.Accepted, begun.StatusCode);
        await Until.IsSoAsync(async () => (bool)(await host.Administrator.GetFromJsonAsync<JsonObject>($"{Api}/backups/work", Stop))!["done"]!);
        var made = Assert.Single((await host.Administrator.GetFromJsonAsync<JsonArray>($"{Api}/backups", Stop))!)!;
        return await host.Administrator.GetByteArrayAsync($"{Api}/backups/{made["id"]}", Stop);
    }

    static async Task<TemporaryFolder> UnpackAsync(byte[] zip)
    {
        var folder = new TemporaryFolder();
        await ZipFile.ExtractToDirectoryAsync(new MemoryStream(zip), folder.FullName, Stop);
        return folder;
    }

    /// <summary>Copies of what was left in the folder for temporary files since the test began, but for the folders of tests.</summary>
    string LeftBehind()
    {
        var left = new DirectoryInfo(Path.GetTempPath()).EnumerateFileSystemInfos().Where(one => one.CreationTimeUtc >= began && !one.Name.StartsWith("smartkampung-", StringComparison.Ordinal)).ToList();
        foreach (var one in left)
        {
            try
            {
                foreach (var file in one is DirectoryInfo folder ? folder.EnumerateFiles("*", SearchOption.AllDirectories) : [(FileInfo)one]) Copy(file);
            }
            catch (DirectoryNotFoundException)
            {
                // Another process took it away.
            }
        }

        return copies.FullName;
    }

    /// <summary>Pipes and sockets of other processes have no length, and whoever opens a pipe waits for its other end; a link can lead to one.</summary>
    void Copy(FileInfo file)
    {
        try
        {
            if (file is { LinkTarget: null, Length: > 0 }) file.CopyTo(copies.Combine($"{Guid.NewGuid()} {file.Name}"));
        }
        catch (FileNotFoundException)
        {
            // Another process took it away.
        }
    }
}
