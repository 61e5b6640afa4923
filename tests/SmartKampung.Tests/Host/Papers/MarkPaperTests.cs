using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SmartKampung.Tests.Host.Papers;

/// <summary>What is written into a paper after others signed it.</summary>
public sealed partial class MarkPaperTests(ClerkHost clerk) : IClassFixture<ClerkHost>
{
    const string Number = "Nomor: 470/12/429.523/2026";
    const string Kept = """<div class="signature" style="border: .2mm solid #aaa"><div class="place" style="height: 30mm"><i id="endorsement"></i><i id="endorsement-end"></i></div></div>""";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a4")]
    [InlineData("f4")]
    public async Task Second_signature_is_seen_in_the_place_that_the_paper_kept_and_the_first_one_holds(string size)
    {
        var once = await SignAsync(await PaperAsync(Kept, size));

        var twice = await SignAsync(once, Number, "Licin, 23 November 2026");

        Assert.Equal(once, twice[..once.Length]);
        using var paper = new PdfTools(twice);
        var told = await paper.SignaturesAsync();
        Assert.Equal(2, Regex.Count(told, "Signature is Valid"));
        Assert.Contains("Total document signed", told[told.LastIndexOf("Signature #2", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Equal([(true, false), (true, true)], (await CheckAsync(twice)).Select(signature => (signature.IsIntact, signature.CoversAll)));
        ExpectInPlace(await paper.WordsAsync(), "470/12/429.523/2026");
    }

    [Fact]
    public async Task Fonts_of_what_is_written_are_inside_and_the_file_stays_small()
    {
        var once = await SignAsync(await PaperAsync(Kept));

        var twice = await SignAsync(once, Number);

        using var paper = new PdfTools(twice);
        var fonts = (await paper.FontsAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.Matches(@"\byes\s+yes\s+yes\b", font));
        Assert.InRange(twice.Length - once.Length, 1, 40 * 1024);
    }

    [Fact]
    public async Task What_is_too_long_for_its_place_is_written_smaller_and_stays_inside()
    {
        var signed = await SignAsync(await PaperAsync(Kept), [.. Enumerable.Range(1, 12).Select(line => $"Baris ke-{line} yang cukup panjang"), "TERAKHIR"]);

        using var paper = new PdfTools(signed);
        ExpectInPlace(await paper.WordsAsync(), "TERAKHIR");
    }

    [Theory]
    [InlineData("<p>tanpa tempat</p>")]
    [InlineData("<i id=\"endorsement\"></i>")]
    [InlineData("<i id=\"endorsement\"></i><p style=\"break-before: page\"><i id=\"endorsement-end\"></i></p>")]
    public async Task Paper_without_the_place_is_signed_unseen(string html)
    {
        var signed = await SignAsync(await PaperAsync(html), Number);

        using var paper = new PdfTools(signed);
        Assert.Contains("Signature is Valid", await paper.SignaturesAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("470/12", await paper.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_that_is_signed_by_hand_is_written_into_and_bears_no_signature()
    {
        var pdf = await PaperAsync(Kept);

        var marked = await PostAsync(new() { ["pdf"] = Convert.ToBase64String(pdf), ["lines"] = new JsonArray(Number), ["isUnsigned"] = true });

        Assert.Equal(pdf, marked[..pdf.Length]);
        using var paper = new PdfTools(marked);
        ExpectInPlace(await paper.WordsAsync(), "470/12/429.523/2026");
        Assert.Empty(await CheckAsync(marked));
    }

    [Fact]
    public async Task What_was_written_is_signed_by_the_next_one()
    {
        var marked = await PostAsync(new() { ["pdf"] = Convert.ToBase64String(await PaperAsync(Kept)), ["lines"] = new JsonArray(Number), ["isUnsigned"] = true });

        var signature = Assert.Single(await CheckAsync(await SignAsync(marked)));

        Assert.True(signature is { IsIntact: true, CoversAll: true });
    }

    Task<byte[]> PaperAsync(string html, string size = "a4") => clerk.MakeAsync(new() { ["text"] = "<h1>Surat</h1><p>Isi</p>{{ html }}", ["html"] = html, ["size"] = size });

    Task<byte[]> SignAsync(byte[] pdf, params string[] lines) => PostAsync(new()
    {
        ["pdf"] = Convert.ToBase64String(pdf),
        ["lines"] = new JsonArray([.. lines.Select(line => (JsonNode)line)]),
        ["signer"] = new JsonObject { ["id"] = new Guid(lines.Length, 0, 0, new byte[8]), ["name"] = lines.Length == 0 ? "H. Rizal Sahputra" : "Drs. Suyanto", ["office"] = lines.Length == 0 ? "Kepala Desa" : "Camat" },
    });

    async Task<byte[]> PostAsync(JsonObject order)
    {
        using var answer = await clerk.PostAsync("/signatures", order);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Stop));
        return await answer.Content.ReadAsByteArrayAsync(Stop);
    }

    async Task<IReadOnlyList<PaperSignature>> CheckAsync(byte[] pdf)
    {
        using var answer = await clerk.PostAsync("/checks", new() { ["pdf"] = Convert.ToBase64String(pdf) });
        return (await answer.Content.ReadFromJsonAsync<List<PaperSignature>>(Stop))!;
    }

    /// <summary>The place is 75 mm wide and 30 mm high, at the right of the text, below title and a line.</summary>
    static void ExpectInPlace(string words, string word)
    {
        var page = Page().Match(words);
        var found = Word().Matches(words).Single(match => match.Groups[5].Value == word);
        var (left, top, right, bottom) = (At(found, 1), At(found, 2), At(found, 3), At(found, 4));
        var (edge, width) = (At(page, 1) - Points(20), Points(75));
        Assert.InRange(left, edge - width, edge);
        Assert.InRange(right, left, edge);
        Assert.InRange(top, Points(15), Points(70));
        Assert.InRange(bottom, top, Points(75));
    }

    static double Points(double millimetres) => millimetres / 25.4 * 72;

    static double At(Match match, int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("""<page width="([\d.]+)" """)]
    private static partial Regex Page();

    [GeneratedRegex("""<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</word>""")]
    private static partial Regex Word();
}
