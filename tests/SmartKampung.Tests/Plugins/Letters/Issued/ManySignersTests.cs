using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Host.Papers;

namespace SmartKampung.Tests.Plugins.Letters.Issued;

public sealed class ManySignersTests
{
    const int People = 16;
    const int Letters = 64;
    const int Looked = 8;

    [Fact]
    public async Task Sixteen_signers_over_two_registers_and_new_years_midnight_leave_no_double_and_no_gap()
    {
        var requests = Signers.Requests(Letters);
        await using var host = await SigningHost.StartAsync(requests);
        host.Host.Clock.AdjustTime(new(2026, 12, 31, 16, 58, 0, TimeSpan.Zero));
        using var secretary = await StaffBrowser.SignInAsync(host.Host, Roles.Secretary);
        await Signers.MakeRegistersAsync(secretary);
        var heads = await Task.WhenAll(Enumerable.Range(0, People).Select(_ => StaffBrowser.SignInAsync(host.Host, Roles.Head)));
        var (signers, signed) = (new Signers(heads, secretary), 0);

        await signers.SignAsync(new(requests.Select(request => ((Guid)request["Id"]!).ToString())), some =>
        {
            if (Interlocked.Add(ref signed, some) is > Letters / 2 and <= (Letters / 2) + 12) host.Host.Clock.AdjustTime(new(2026, 12, 31, 17, 0, 5, TimeSpan.Zero));
        });
        await host.Host.CatchUpAsync();

        using var kept = await host.KeptAsync();
        kept.ExpectSoundBook();
        Assert.Equal(Letters, kept.Letters.Count);
        Assert.Equal([2026, 2027], kept.Entries.Select(entry => (int)entry["Period"]!).Distinct().Order());
        Assert.All(kept.Letters, letter => Assert.EndsWith($"/{Year(letter)}", (string)letter["Number"]!, StringComparison.Ordinal));
        Assert.True(kept.Entries.Count(entry => (string)entry["Kind"]! == "Outside") >= signers.OutsideNumbers && signers.OutsideNumbers > 0);
        foreach (var letter in kept.Letters.Take(Looked))
        {
            using var paper = new PdfTools(kept.Pdf(letter));
            Assert.Contains("Signature is Valid", await paper.SignaturesAsync(), StringComparison.Ordinal);
            Assert.Contains((string)letter["Number"]!, await paper.TextAsync(), StringComparison.Ordinal);
        }

        foreach (var head in heads) head.Dispose();
    }

    /// <summary>What the tests look for is found: whoever takes the greatest number and one, as somebody else does at that moment, has it double.</summary>
    [Fact]
    public async Task Numbers_taken_by_looking_for_the_last_one_are_found_to_be_double()
    {
        var entries = new ConcurrentBag<JsonObject>();
        var letters = new ConcurrentBag<JsonObject>();
        using var looking = new CountdownEvent(People);
        using var looked = new SemaphoreSlim(0);

        var signers = Enumerable.Range(0, People).Select(_ => Task.Run(async () =>
        {
            var next = entries.Select(entry => (int)entry["Sequence"]!).DefaultIfEmpty().Max() + 1;
            looking.Signal();
            await looked.WaitAsync(TestContext.Current.CancellationToken);
            var (id, number) = (Guid.NewGuid().ToString(), $"470/{next:000}/2026");
            letters.Add(new() { ["Id"] = id, ["Number"] = number, ["DistrictNumber"] = "", ["Request"] = id });
            entries.Add(new() { ["Register"] = "umum", ["Period"] = 2026, ["Sequence"] = next, ["Kind"] = "Letter", ["Number"] = number, ["Letter"] = id });
        })).ToArray();
        looking.Wait(TestContext.Current.CancellationToken);
        looked.Release(People);
        await Task.WhenAll(signers);

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => KeptLetters.ExpectSound([.. entries], [.. letters]));
    }

    static int Year(JsonObject letter) => DateTimeOffset.Parse((string)letter["SignedAt"]!, System.Globalization.CultureInfo.InvariantCulture).Year;
}
