using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Tests.Host.Accounts;

namespace SmartKampung.Tests.Plugins.Letters.Issued;

/// <summary>Codes of letters are guessed by the hundred, or by the hundred thousand as SMARTKAMPUNG_TEST_CODE_GUESSES tells: that tells nothing, and is slow.</summary>
[LongCounts]
public sealed class GuessCodesTests : IAsyncLifetime
{
    const string Check = $"{SigningHost.Village}/surat/periksa";
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const int AtOnce = 32;
    const int LookedAMinute = 20;

    static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("SMARTKAMPUNG_TEST_CODE_GUESSES") ?? "300", CultureInfo.InvariantCulture);

    SigningHost host = null!;
    string code = "";
    string number = "";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await SigningHost.StartAsync([Visitor.Proxied], [AskedLetters.Request(AskedLetters.Type())]);
        await host.SignAllAsync(host.Head);
        using var kept = await host.KeptAsync();
        (code, number) = ((string)kept.Letters[0]["Code"]!, (string)kept.Letters[0]["Number"]!);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task One_address_has_few_guesses_a_minute_while_whoever_holds_a_letter_sees_its_page()
    {
        var address = Visitor.NewAddress();
        var answers = new ConcurrentBag<Told>();

        await GuessAsync(async turn => answers.Add(await AskAsync(address, GuessOf(turn))));

        var (looked, slowed) = (answers.Where(answer => answer.Status == HttpStatusCode.OK).ToList(), answers.Where(answer => answer.Status == HttpStatusCode.TooManyRequests).ToList());
        LongCountsAttribute.Tell($"{Count} codes guessed from one address within a minute: {looked.Count} looked up, {slowed.Count} told to wait");
        Assert.Equal((LookedAMinute, Count - LookedAMinute), (looked.Count, slowed.Count));
        Assert.All(slowed, answer => Assert.Equal(TimeSpan.FromMinutes(1), answer.Wait));
        Assert.Equal(Assert.Single(slowed.Select(answer => answer.Text).Distinct()), (await AskAsync(address, code)).Text);
        Assert.Contains(number, (await AskAsync(Visitor.NewAddress(), code)).Text, StringComparison.Ordinal);
        host.Host.PassMinutes(1);
        Assert.Contains(number, (await AskAsync(address, code)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guesses_from_many_addresses_are_all_answered_by_the_same_bytes()
    {
        var addresses = Enumerable.Range(0, (Count / LookedAMinute) + 1).Select(_ => Visitor.NewAddress()).ToArray();
        var answers = new ConcurrentDictionary<(HttpStatusCode, string), int>();

        await GuessAsync(async turn =>
        {
            var told = await AskAsync(addresses[turn / LookedAMinute], GuessOf(turn));
            answers.AddOrUpdate((told.Status, told.Text), 1, (_, count) => count + 1);
        });

        LongCountsAttribute.Tell($"{Count} codes guessed from {addresses.Length} addresses: {answers.Count} answer");
        var ((status, text), times) = Assert.Single(answers);
        Assert.Equal((HttpStatusCode.OK, Count), (status, times));
        Assert.DoesNotContain(number, text, StringComparison.Ordinal);
    }

    /// <summary>The time that an answer takes is that of its queries; so they are counted, which does not depend on the machine.</summary>
    [Fact]
    public async Task What_is_no_code_takes_as_much_work_as_a_code_that_there_is_not()
    {
        using var queries = new QueryCounter(host.Host.Services.GetRequiredService<IMeterFactory>());
        var work = new List<long>();
        await AskAsync(Visitor.NewAddress(), GuessOf(0));
        for (var turn = 0; turn < 2 * Kinds; turn++)
        {
            var before = queries.Count;
            await AskAsync(Visitor.NewAddress(), GuessOf(turn));
            work.Add(queries.Count - before);
        }

        Assert.InRange(Assert.Single(work.Distinct()), 1, 20);
    }

    [Fact]
    public async Task Hashes_of_files_are_guessed_as_slowly_and_in_vain()
    {
        var address = Visitor.NewAddress();
        var answers = new List<Told>();
        for (var turn = 0; turn < LookedAMinute; turn++) answers.Add(await AskAsync(address, $"sidik/{(turn % 2 == 0 ? "bukan-sidik" : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)))}"));

        var (status, _, _) = Assert.Single(answers.Distinct());
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(1)), ((await AskAsync(address, code)).Status, (await AskAsync(address, code)).Wait));
    }

    const int Kinds = 5;

    /// <summary>Codes by chance, some near the right one, some that are none.</summary>
    string GuessOf(int turn) => (turn % Kinds) switch
    {
        0 => $"{code[..^2]}{Alphabet[turn / Kinds % 32]}{(code[^1] == 'Y' ? 'Z' : 'Y')}",
        1 => "bukan-kode",
        2 => RandomNumberGenerator.GetString(Alphabet, 27),
        3 => new string('9', 60),
        _ => RandomNumberGenerator.GetString(Alphabet, 26),
    };

    static Task GuessAsync(Func<int, Task> guess) => Parallel.ForEachAsync(
        Enumerable.Range(0, Count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Stop }, async (turn, _) => await guess(turn));

    /// <summary>What the page tells but for its own address, which it repeats in links to its other language.</summary>
    async Task<Told> AskAsync(string address, string asked)
    {
        using var visitor = new Visitor(host.Host) { Address = address };
        using var answer = await visitor.GetAsync($"{Check}/{asked}");
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Date" or "Content-Length")).OrderBy(header => header.Key, StringComparer.Ordinal);
        var body = (await answer.Content.ReadAsStringAsync(Stop)).Replace(asked, "", StringComparison.Ordinal);
        return new(answer.StatusCode, $"{string.Join('\n', headers.Select(header => $"{header.Key}: {string.Join(", ", header.Value)}"))}\n\n{body}", answer.Headers.RetryAfter?.Delta);
    }

    sealed record Told(HttpStatusCode Status, string Text, TimeSpan? Wait);
}
