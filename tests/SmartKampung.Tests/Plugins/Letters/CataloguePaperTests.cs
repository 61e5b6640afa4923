using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SmartKampung.Tests.Host.Papers;

namespace SmartKampung.Tests.Plugins.Letters;

/// <summary>The papers of the catalogue's types: the longest of them always, all 44 in the long run.</summary>
[LongCounts]
public sealed partial class CataloguePaperTests(LettersHost letters) : IClassFixture<LettersHost>
{
    const int MostBytes = 150_000;

    /// <summary>In points.</summary>
    const double WidthOfA4 = 595;

    /// <summary>20 mm in points, less half a millimetre: a justified line of many words ends up to a quarter of one behind its edge.</summary>
    const double RightMargin = 55.3;

    static int Count => int.Parse(Environment.GetEnvironmentVariable("SMARTKAMPUNG_TEST_LETTER_TYPES") ?? "2", CultureInfo.InvariantCulture);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_letter_fits_on_two_sheets_with_twelve_rows_long_names_and_long_addresses()
    {
        foreach (var type in LongestFirst().Take(Count))
        {
            Assert.InRange(await PagesAsync(type, "?panjang=1"), 1, 2);
            Assert.InRange(await PagesAsync(type, ""), 1, 2);
        }
    }

    [Fact]
    public async Task A_letter_of_which_nothing_is_known_but_the_person_leaves_out_the_rest()
    {
        foreach (var type in LongestFirst().Take(Count))
        {
            type["fields"] = new JsonArray();
            Assert.InRange(await PagesAsync(type, ""), 1, 2);
        }
    }

    [Fact]
    public async Task Who_signs_alone_stands_on_the_right()
    {
        using var tools = new PdfTools(await PaperAsync(Read("kehilangan"), ""));

        var office = Offices().Matches(await tools.WordsAsync())[^1];

        Assert.InRange(Points(office), WidthOfA4 / 2, WidthOfA4);
    }

    [Fact]
    public async Task What_tells_how_to_check_a_letter_is_on_the_sheet_of_the_signatures()
    {
        using var tools = new PdfTools(await PaperAsync(Read("kepemilikan-tanah"), ""));

        var last = (await tools.TextAsync()).TrimEnd('\f').Split('\f')[^1];

        Assert.Contains("Pindai kode", last, StringComparison.Ordinal);
        Assert.Contains("Kepala Desa", last, StringComparison.Ordinal);
    }

    async Task<int> PagesAsync(JsonNode type, string query)
    {
        var paper = await PaperAsync(type, query);
        Assert.InRange(paper.Length, 1, MostBytes);
        using var tools = new PdfTools(paper);
        var pages = int.Parse(Pages().Match(await tools.InfoAsync()).Groups[1].Value, CultureInfo.InvariantCulture);
        await ExpectNothingInMarginAsync(tools, $"{type["slug"]}{query}");
        LongCountsAttribute.Tell($"{type["slug"]}{query}: {pages} pages, {paper.Length} bytes");
        return pages;
    }

    static async Task ExpectNothingInMarginAsync(PdfTools tools, string paper)
    {
        var words = await tools.WordsAsync();
        var end = Points(Widths().Match(words)) - RightMargin;
        var beyond = Ends().Matches(words).Where(word => Points(word) > end).Select(word => word.Groups[2].Value).ToList();
        Assert.True(beyond.Count == 0, $"{paper}: {string.Join(", ", beyond)}");
    }

    static double Points(Match measured) => double.Parse(measured.Groups[1].Value, CultureInfo.InvariantCulture);

    async Task<byte[]> PaperAsync(JsonNode type, string query)
    {
        using var answer = await letters.Host.Administrator.PostAsJsonAsync($"/api/villages/{TestHost.DemoCode}/letters/preview{query}", type, Stop);
        var paper = await answer.Content.ReadAsByteArrayAsync(Stop);
        Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{type["slug"]}: {System.Text.Encoding.UTF8.GetString(paper)}");
        return paper;
    }

    static IEnumerable<JsonNode> LongestFirst() => Directory.EnumerateFiles(Repository.Path("plugins", "Letters", "catalogue"), "*.json").Select(file => Read(Path.GetFileNameWithoutExtension(file))).OrderByDescending(type => $"{type["fields"]}{type["body"]}".Length);

    static JsonNode Read(string slug)
    {
        var file = Repository.Path("plugins", "Letters", "catalogue", slug + ".json");
        var type = JsonNode.Parse(File.ReadAllText(file))!;
        type["body"] = File.ReadAllText(Path.ChangeExtension(file, ".html"));
        return type;
    }

    [GeneratedRegex(@"^Pages:\s+(\d+)", RegexOptions.Multiline)]
    private static partial Regex Pages();

    [GeneratedRegex("<page width=\"([0-9.]+)\"")]
    private static partial Regex Widths();

    [GeneratedRegex("xMax=\"([0-9.]+)\"[^>]*>([^<]*)<")]
    private static partial Regex Ends();

    [GeneratedRegex("xMin=\"([0-9.]+)\"[^>]*>Kepala<")]
    private static partial Regex Offices();
}
