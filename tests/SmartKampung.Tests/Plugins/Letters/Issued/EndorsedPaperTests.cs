using System.Text.Json.Nodes;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Host.Papers;

namespace SmartKampung.Tests.Plugins.Letters.Issued;

/// <summary>The camat's endorsement as it stands on the paper.</summary>
public sealed class EndorsedPaperTests
{
    static readonly string? Kept = Environment.GetEnvironmentVariable("SMARTKAMPUNG_TEST_PAPERS");

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("A4", false)]
    [InlineData("F4", false)]
    [InlineData("F4", true)]
    public async Task Endorsed_letter_shows_number_day_and_who_endorsed(string size, bool isByHand)
    {
        var type = AskedLetters.Type(needsWetInk: isByHand, steps: [("Sign", Roles.Head), ("Endorse", Roles.DistrictHead)]);
        type["Size"] = size;
        await using var host = await SigningHost.StartAsync(AskedLetters.Request(type));
        using var camat = await StaffBrowser.OfDistrictAsync(host.Host, Roles.DistrictHead);
        await host.SignAllAsync(host.Head);
        var before = await PaperAsync(host, $"{size}-{isByHand}-before");

        await host.SignAllAsync(camat);

        var (after, number) = await PaperAsync(host, $"{size}-{isByHand}-after");
        Assert.Contains("Mengetahui,", before.Text, StringComparison.Ordinal);
        Assert.Contains("Camat Licin", before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/2008/", before.Text, StringComparison.Ordinal);
        Assert.Contains(number, after, StringComparison.Ordinal);
        Assert.Contains(isByHand ? "23 November 2026" : "Licin, 23 November 2026", after, StringComparison.Ordinal);
        if (!isByHand) Assert.Contains("Ditandatangani secara elektronik oleh", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_type_of_the_catalogue_that_is_endorsed_keeps_a_place_for_it()
    {
        var types = Directory.EnumerateFiles(Repository.Path("plugins", "Letters", "catalogue"), "*.json").Where(file => File.ReadAllText(file).Contains("\"endorse\"", StringComparison.Ordinal)).ToList();
        await using var host = await SigningHost.StartAsync();

        Assert.NotEmpty(types);
        foreach (var file in types)
        {
            var type = JsonNode.Parse(await File.ReadAllTextAsync(file, Stop))!;
            type["body"] = await File.ReadAllTextAsync(Path.ChangeExtension(file, ".html"), Stop);
            using var answer = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(host.Host.Administrator, $"{SigningHost.Api}/letters/preview", type, Stop);
            var pdf = await answer.Content.ReadAsByteArrayAsync(Stop);
            var text = System.Text.Encoding.Latin1.GetString(pdf);
            Assert.True(text.Contains("(endorsement-", StringComparison.Ordinal) && text.Contains("-end)", StringComparison.Ordinal), file);
        }
    }

    static async Task<(string Text, string Number)> PaperAsync(SigningHost host, string name)
    {
        using var kept = await host.KeptAsync();
        var letter = Assert.Single(kept.Letters);
        var pdf = kept.Pdf(letter);
        if (Kept is not null) await File.WriteAllBytesAsync(Path.Combine(Kept, name + ".pdf"), pdf, Stop);
        using var paper = new PdfTools(pdf);
        return (await paper.TextAsync(), (string)letter["DistrictNumber"]!);
    }
}
