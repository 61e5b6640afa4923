using System.Text;
using System.Text.Json.Nodes;

namespace SmartKampung.Tests.Host.Papers;

public sealed class MakePaperTests(ClerkHost clerk) : IClassFixture<ClerkHost>
{
    const int LargestLetter = 150 * 1024;

    [Theory]
    [InlineData("a4", "595.276 x 841.89")]
    [InlineData("f4", "609.449 x 935.433")]
    public async Task Letter_is_a_small_archivable_PDF_of_its_sheet_with_real_text_and_its_fonts(string size, string points)
    {
        var pdf = await clerk.MakeAsync(With(ClerkHost.Letter, "size", size));

        using var paper = new PdfTools(pdf);
        Assert.Contains("Dusun Krajan RT 02 RW 01", await paper.TextAsync(), StringComparison.Ordinal);
        var info = await paper.InfoAsync();
        Assert.Contains("Title:           Surat Keterangan", info, StringComparison.Ordinal);
        Assert.Contains(points, info, StringComparison.Ordinal);
        Assert.Contains("Pages:           1\n", info, StringComparison.Ordinal);
        Assert.All((await paper.FontsAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..], font => Assert.Matches(@"yes yes yes", font));
        Assert.InRange(pdf.Length, 1000, LargestLetter);
        Assert.Contains("pdfaid:part=\"3\"", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_speaks_its_own_language_whatever_is_asked_in()
    {
        using var paper = new PdfTools(await clerk.MakeAsync(With(ClerkHost.Letter, "language", "en")));

        var text = await paper.TextAsync();

        Assert.Contains("CERTIFICATE OF RESIDENCE", text, StringComparison.Ordinal);
        Assert.Contains("23 November 2026", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_typed_is_text_on_the_paper_and_no_markup()
    {
        var order = With(ClerkHost.Letter, "name", "<b>usaha</b> & <img src=x>");

        using var paper = new PdfTools(await clerk.MakeAsync(order));

        Assert.Contains("<b>usaha</b> & <img src=x>", await paper.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_a_village_wrote_is_made_with_its_fields()
    {
        using var paper = new PdfTools(await clerk.MakeAsync(new() { ["text"] = "<h1>Surat {{ village.name }}</h1>{{ for row in rows }}<p>{{ row.label }}: {{ row.value }}</p>{{ end }}", ["rows"] = new JsonArray(new JsonObject { ["label"] = "Usaha", ["value"] = "Kopi" }) }));

        var text = await paper.TextAsync();

        Assert.Contains("SURAT TAMANSARI", text, StringComparison.Ordinal);
        Assert.Contains("Usaha: Kopi", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>\n  {{ for row in rows }}", 2)]
    [InlineData("<p>{{ name }}</p>\n\n{{ include 'tidak-ada' }}", 3)]
    [InlineData("{{ for i in 1..100000 }}\n{{ i }}{{ end }}", 1)]
    public async Task Mistake_in_a_text_is_told_with_its_line(string text, int line)
    {
        var told = await clerk.RefusedAsync(new() { ["text"] = text });

        Assert.Equal(line, (int)told["line"]!);
        Assert.True((int)told["column"]! > 0);
        Assert.NotEmpty((string)told["reason"]!);
    }

    [Fact]
    public async Task Text_is_tried_without_making_a_paper_of_it()
    {
        var told = await clerk.RefusedAsync(new() { ["text"] = "<p>\n{{ if }}" }, path: "/mistakes");
        using var right = await clerk.PostAsync("/mistakes", new() { ["text"] = "{{ name }}" });

        Assert.Equal(2, (int)told["line"]!);
        Assert.Equal(System.Net.HttpStatusCode.NoContent, right.StatusCode);
    }

    static JsonObject With(JsonObject order, string name, JsonNode value)
    {
        order[name] = value;
        return order;
    }
}
