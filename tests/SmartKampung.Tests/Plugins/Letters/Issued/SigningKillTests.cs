using System.Globalization;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Host.Papers;

namespace SmartKampung.Tests.Plugins.Letters.Issued;

/// <summary>Sixteen sign, a secretary takes numbers in between, and the host is killed in the middle of it: each register is whole, every letter verifies.</summary>
[LongCounts]
public sealed class SigningKillTests
{
    const int People = 16;
    const int MostLooked = 20;
    const int MostRounds = 20;

    static int Letters => Count("SMARTKAMPUNG_TEST_LETTERS", 200);

    static int Kills => Count("SMARTKAMPUNG_TEST_SIGNING_KILLS", 1);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Registers_are_whole_after_the_host_was_killed()
    {
        var requests = Signers.Requests(Letters);
        await using var host = SigningHost.Prepare();
        await host.InitializeAsync();
        await AskedLetters.BringAsync(host.Administrator, requests);
        using (var first = await StaffBrowser.SignInAsync(host, Roles.Secretary)) await Signers.MakeRegistersAsync(first);
        HashSet<string> acknowledged = [];

        for (var turn = 0; turn <= Kills; turn++) acknowledged.UnionWith(await SignAsync(host, isKilled: turn < Kills));

        await using var last = await HostProcess.StartAsync(host.DataFolder, plugins: Repository.Plugins);
        using var administrator = await last.AdministratorAsync();
        using var kept = await KeptLetters.ReadAsync(administrator);
        kept.ExpectSoundBook();
        Assert.Empty(acknowledged.Except(kept.Letters.Select(letter => (string)letter["Request"]!)));
        Assert.All(kept.Requests, request => Assert.Equal("Done", (string)request["State"]!));
        Assert.Equal(Letters, kept.Letters.Count);
        await ExpectSignedAsync(kept);
        LongCountsAttribute.Tell($"{Kills} kills under {People} signers: {kept.Letters.Count} letters and {kept.Entries.Count - kept.Letters.Count} outside numbers in two registers, no double, no gap, no letter lost");
    }

    /// <summary>Signs what is left until all is signed, or a part of it was and the host is killed.</summary>
    static async Task<IEnumerable<string>> SignAsync(TestHost prepared, bool isKilled)
    {
        var (heads, secretary) = await SignInAsync(prepared);
        await using var host = await HostProcess.StartAsync(prepared.DataFolder, plugins: Repository.Plugins);
        var address = await host.AddressAsync();
        var signers = new Signers([.. heads.Select(head => head.At(address))], secretary.At(address));
        var (signed, wanted) = (0, isKilled ? Letters / (Kills + 1) : int.MaxValue);
        using var administrator = await host.AdministratorAsync();
        for (var round = 1; await LeftAsync(administrator) is { Count: > 0 } left; round++)
        {
            Assert.True(round <= MostRounds, $"{left.Count} letters wait after {MostRounds} rounds");
            await signers.SignAsync(new(left), some =>
            {
                if (Interlocked.Add(ref signed, some) >= wanted) host.KillAsync().Wait(Stop);
            });
            if (isKilled) break;
        }

        return signers.Acknowledged;
    }

    /// <summary>The host that was tried with another clock makes the sessions, by the clock of the day, since a proof is fresh for minutes only.</summary>
    static async Task<(IReadOnlyList<StaffBrowser> Heads, StaffBrowser Secretary)> SignInAsync(TestHost host)
    {
        if (host.IsRunning) await host.StopAsync();
        await host.InitializeAsync();
        host.Clock.AdjustTime(TimeProvider.System.GetUtcNow());
        var secretary = await StaffBrowser.SignInAsync(host, Roles.Secretary);
        var heads = new List<StaffBrowser>();
        for (var i = 0; i < People; i++) heads.Add(await StaffBrowser.SignInAsync(host, Roles.Head));
        await host.StopAsync();
        return (heads, secretary);
    }

    static async Task<IReadOnlyList<string>> LeftAsync(HttpClient administrator)
    {
        using var kept = await KeptLetters.ReadAsync(administrator);
        return [.. kept.Requests.Where(request => (string)request["State"]! == "Waiting").Select(request => (string)request["Id"]!)];
    }

    static async Task ExpectSignedAsync(KeptLetters kept)
    {
        var step = Math.Max(1, Letters > 200 ? 1 : kept.Letters.Count / MostLooked);
        foreach (var letter in kept.Letters.Where((_, position) => position % step == 0))
        {
            using var paper = new PdfTools(kept.Pdf(letter));
            Assert.Contains("Signature is Valid", await paper.SignaturesAsync(), StringComparison.Ordinal);
        }
    }

    static int Count(string variable, int usual) => int.Parse(Environment.GetEnvironmentVariable(variable) ?? usual.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
