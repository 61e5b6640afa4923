using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Plugins.Letters.Issued;

/// <summary>Many who sign at once, each a few letters at a time, and a secretary who takes numbers in between.</summary>
sealed class Signers(IReadOnlyList<StaffBrowser> heads, StaffBrowser secretary)
{
    const int AtOnce = 2;
    const int ManyAtOnce = 12;
    const string NoneWaits = "Pilih setidaknya satu surat yang masih menunggu tanda tangan Anda.";
    const string Book = $"{SigningHost.Village}/kelola/letters/buku";

    static readonly (string Slug, string Class)[] Types = [("domisili", "470"), ("usaha", "500"), ("kematian", "474.3"), ("kelahiran", "474.1"), ("pengantar", "300")];

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>What was answered as signed, by request.</summary>
    public ConcurrentBag<string> Acknowledged { get; } = [];

    public int OutsideNumbers { get; private set; }

    /// <summary>Letters of five types.</summary>
    public static JsonObject[] Requests(int count) => [.. Enumerable.Range(0, count).Select(i => AskedLetters.Request(AskedLetters.Type(Types[i % Types.Length].Slug, Types[i % Types.Length].Class), minute: i))];

    /// <summary>Two registers: one for what is about businesses, one for all others.</summary>
    public static async Task MakeRegistersAsync(StaffBrowser secretary)
    {
        const string page = $"{SigningHost.Village}/kelola/letters/register/baru";
        await secretary.SubmitAsync(page, page, HttpStatusCode.SeeOther, ("name", "Umum"), ("use", "letters"), ("scope", "all"), ("reset", "yearly"), ("start", "1"), ("format", "{class}/{seq:000}/{office_code}/{year}"));
        await secretary.SubmitAsync(page, page, HttpStatusCode.SeeOther, ("name", "Usaha"), ("use", "letters"), ("scope", "types"), ("members", "usaha pengantar"), ("reset", "yearly"), ("start", "1"), ("format", "U/{seq:000}/{year}"));
    }

    /// <summary>Signs until nothing is left, or the host is gone.</summary>
    public async Task SignAsync(ConcurrentQueue<string> letters, Action<int> signed)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var taking = TakeNumbersAsync(done.Token);
        await Task.WhenAll(heads.Select((head, position) => SignAsync(head, letters, position == 0 ? ManyAtOnce : AtOnce, signed)));
        await done.CancelAsync();
        await taking;
    }

    async Task SignAsync(StaffBrowser head, ConcurrentQueue<string> letters, int count, Action<int> signed)
    {
        try
        {
            var page = await head.OpenAsync(SigningHost.Signing);
            while (Take(letters, count) is { Length: > 0 } some)
            {
                using var answer = await head.PostAsync(page, SigningHost.Signing, [.. some.Select(id => ("letters", id))]);
                // Of a request that took too long on a busy machine nobody was told that anything is signed; what it left waits for the next turn.
                if (answer.StatusCode == HttpStatusCode.GatewayTimeout) continue;
                var told = await answer.Content.ReadAsStringAsync(Stop);
                // What it or a longer batch goes on to sign is no longer there to be chosen.
                if (answer.StatusCode == HttpStatusCode.UnprocessableEntity && told.Contains(NoneWaits, StringComparison.Ordinal)) continue;
                Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, $"{answer.StatusCode}: {told}");
                if (count == AtOnce) foreach (var id in some) Acknowledged.Add(id);
                signed(some.Length);
            }
        }
        catch (HttpRequestException)
        {
            // The host was killed.
        }
    }

    async Task TakeNumbersAsync(CancellationToken done)
    {
        try
        {
            var page = await secretary.OpenAsync(Book);
            var registers = page.QuerySelectorAll("select[name=register] option").Select(option => option.GetAttribute("value")!).Take(2).ToArray();
            while (!done.IsCancellationRequested)
            {
                using var answer = await secretary.PostAsync(page, $"{Book}/nomor", ("register", registers[OutsideNumbers % 2]), ("subject", "Undangan"), ("count", "1"));
                Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
                OutsideNumbers++;
            }
        }
        catch (HttpRequestException)
        {
            // The host was killed.
        }
    }

    static string[] Take(ConcurrentQueue<string> letters, int count)
    {
        var taken = new List<string>();
        while (taken.Count < count && letters.TryDequeue(out var id)) taken.Add(id);
        return [.. taken];
    }
}
