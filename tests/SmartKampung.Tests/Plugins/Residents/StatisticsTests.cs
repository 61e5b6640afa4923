using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Plugins.Residents.Import;
using static SmartKampung.Tests.Plugins.Residents.Import.OpenSidSheet;

namespace SmartKampung.Tests.Plugins.Residents;

public sealed class StatisticsTests(RegisterDesk desk) : IClassFixture<RegisterDesk>
{
    const string Page = $"{RegisterDesk.Console}/statistik";
    const string Export = $"{RegisterDesk.Console}/ekspor";

    [Fact]
    public async Task People_are_counted_few_are_hidden_from_others_and_the_export_comes_back_unchanged()
    {
        var people = Enumerable.Range(7001, 30).Select(number => Person(number, ("dusun", "Lereng"), ("sex", number % 3 == 0 ? "2" : "1"), ("tanggallahir", number % 2 == 0 ? "1991-11-23" : "1991-11-24"), ("pekerjaan_id", number == 7001 ? "72" : "9"), ("nama", number == 7002 ? "@BUDI" : $"WARGA {number}"))).ToList();
        var (path, _) = await desk.CheckAsync(Xlsx(people));
        await desk.TakeAsync(path);

        var shown = await desk.Operator.OpenAsync($"{Page}?dusun=Lereng");
        Assert.Equal("30 20 10 8", shown.Figures());
        Assert.Equal("30–34 tahun 10 5 15", Row(shown, "age", 0));
        Assert.Equal("35–39 tahun 10 5 15", Row(shown, "age", 1));
        Assert.Equal("Dokter 1 0 1", Row(shown, "occupation", 1));
        Assert.NotNull(shown.QuerySelector("svg[role=img][aria-label]"));
        using var outsider = await StaffBrowser.SignInAsync(desk.Host, Roles.HamletHead);
        var hidden = await outsider.OpenAsync($"{Page}?dusun=Lereng");
        Assert.Equal("Dokter – – –", Row(hidden, "occupation", 1));
        Assert.DoesNotContain(hidden.QuerySelectorAll("table[data-table] td").Select(cell => cell.TextContent.Trim()), text => text is "1" or "2" or "3" or "4");

        var told = JsonDocument.Parse(await desk.Host.Anonymous.GetStringAsync(new Uri($"/api/villages/{TestHost.DemoCode}/residents/statistics", UriKind.Relative), RegisterDesk.Stop));
        Assert.DoesNotContain(told.RootElement.GetProperty("tables").EnumerateArray().SelectMany(table => table.GetProperty("rows").EnumerateArray()), row => row.GetProperty("all").ValueKind == JsonValueKind.Number && row.GetProperty("all").GetInt32() is > 0 and < 5);
        await AssertExportAsync("Csv", "'@BUDI");
        await AssertExportAsync("Xlsx", "@BUDI");
    }

    [Fact]
    public async Task Who_is_limited_to_a_hamlet_sees_its_figures_alone_and_brings_no_sheet()
    {
        var (path, _) = await desk.CheckAsync(Csv(Enumerable.Range(7101, 12).Select(number => Person(number, ("dusun", number < 7108 ? "Timur" : "Barat")))));
        await desk.TakeAsync(path);
        using var head = await StaffBrowser.SignInAsync(desk.Host, Roles.HamletHead, territory: new("Timur"));
        using var limited = await StaffBrowser.SignInAsync(desk.Host, Roles.Operator, territory: new("Timur"));

        Assert.StartsWith("7 7 0 ", (await head.OpenAsync(Page)).Figures(), StringComparison.Ordinal);
        Assert.Equal(["Timur"], (await head.OpenAsync(Page)).QuerySelectorAll("#s-dusun option").Skip(1).Select(option => option.TextContent));
        Assert.Equal("0 0 0 0", (await head.OpenAsync($"{Page}?dusun=Barat")).Figures());
        using var brought = await limited.UploadAsync(Csv(Person(7190)));
        Assert.Equal(HttpStatusCode.Forbidden, brought.StatusCode);
        await limited.OpenAsync(path, HttpStatusCode.NotFound);
    }

    async Task AssertExportAsync(string format, string formula)
    {
        using var answer = await desk.Operator.PostAsync(Export, Export, ("format", format), ("purpose", "Cadangan bulanan"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var file = await answer.Content.ReadAsByteArrayAsync(RegisterDesk.Stop);
        if (format == "Csv") Assert.Contains(formula, System.Text.Encoding.UTF8.GetString(file), StringComparison.Ordinal);
        else Assert.Contains(Workbook.Read(file), row => row.Contains(formula));
        var (_, again) = await desk.CheckAsync(file);
        Assert.StartsWith("0 0 ", again.Figures(), StringComparison.Ordinal);
        Assert.EndsWith(" 0", again.Figures(), StringComparison.Ordinal);
    }

    static string Row(IDocument page, string table, int row) =>
        string.Join(' ', page.QuerySelectorAll($"table[data-table={table}] tbody tr")[row].Children.Select(cell => cell.TextContent.Trim()));
}
