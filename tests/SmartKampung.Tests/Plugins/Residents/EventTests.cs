using System.Net;
using AngleSharp.Dom;
using SmartKampung.Tests.Plugins.Residents.Import;
using static SmartKampung.Tests.Plugins.Residents.Import.OpenSidSheet;

namespace SmartKampung.Tests.Plugins.Residents;

/// <summary>What happens to people, and how the monthly report and the statistics follow.</summary>
public sealed class EventTests(EventTests.Village village) : IClassFixture<EventTests.Village>
{
    const string Events = $"{RegisterDesk.Console}/peristiwa";
    const string Report = $"{RegisterDesk.Console}/lampid";

    RegisterDesk Desk => village.Desk;

    [Fact]
    public async Task Events_change_the_register_and_the_months_figures_add_up()
    {
        var before = await FiguresAsync("2026-11");
        var mother = await OpenAsync("IBU LESTARI");

        await EnterAsync($"{Events}/lahir?orang={mother}", ("on", "2026-11-20"), ("name", "Bayi Lestari"), ("sex", "Female"), ("evidence", "AL-1"));
        await EnterAsync($"{Events}/mati?orang={await OpenAsync("KAKEK LESTARI")}", ("on", "2026-11-21"), ("evidence", "AM-1"));
        await EnterAsync($"{Events}/datang", ("on", "2026-11-22"), ("name", "Pendatang Baru"), ("sex", "Male"), ("place", "Krajan/001/002"), ("nationality", "WNA"));
        await EnterAsync($"{Events}/pindah?orang={await OpenAsync("PAMAN LESTARI")}", ("on", "2026-10-30"));

        var after = await FiguresAsync("2026-11");
        Assert.Equal(before["opening"][6] - 1, after["opening"][6]);
        Assert.Equal("0 1 0 0", string.Join(' ', after["birth"][..4]));
        Assert.Equal("1 0 0 0", string.Join(' ', after["death"][..4]));
        Assert.Equal("0 0 1 0", string.Join(' ', after["arrival"][..4]));
        Assert.Equal(before["closing"][6], after["closing"][6]);
        AssertAddsUp(after);
        var october = await FiguresAsync("2026-10");
        Assert.Equal(1, october["departure"][6]);
        Assert.Equal(october["closing"], after["opening"]);
        AssertAddsUp(october);
        var list = (await Desk.Operator.OpenAsync(Events)).Text();
        foreach (var told in new[] { "Kelahiran", "Kematian", "Kedatangan", "20 Nov 2026" }) Assert.Contains(told, list, StringComparison.Ordinal);
        Assert.DoesNotContain("Bayi Lestari", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_family_splits_and_each_has_one_head()
    {
        var son = await OpenAsync("PUTRA WIJAYA");
        var card = $"{Events}/pisah?orang={son}";
        await EnterAsync(card, ("on", "2026-11-10"), ("card_number", "9910240199999999"), ("address", "Jalan Baru 1"), ("place", "Krajan/001/002"));

        var person = (await Desk.Operator.OpenAsync($"{RegisterDesk.Console}/orang/{son}")).Text();
        Assert.Contains("Kepala Keluarga", person, StringComparison.Ordinal);
        Assert.Contains("Jalan Baru 1", person, StringComparison.Ordinal);
        var taken = await Desk.Operator.SubmitAsync(card, card, HttpStatusCode.UnprocessableEntity, ("on", "2026-11-10"), ("card_number", "9910240199999999"), ("place", "Krajan/001/002"));
        Assert.NotNull(taken.QuerySelector(".error"));
    }

    [Fact]
    public async Task What_is_impossible_stands_beside_its_field_and_what_was_typed_stays()
    {
        var person = await OpenAsync("BUDI WIJAYA");
        var path = $"{Events}/mati?orang={person}";
        var future = await Desk.Operator.SubmitAsync(path, path, HttpStatusCode.UnprocessableEntity, ("on", "2026-12-24"), ("evidence", "AM-77"));
        Assert.Contains("belum tiba", future.Text(), StringComparison.Ordinal);
        Assert.Equal("AM-77", future.QuerySelector("[name=evidence]")!.GetAttribute("value"));
        var early = await Desk.Operator.SubmitAsync(path, path, HttpStatusCode.UnprocessableEntity, ("on", "1950-01-01"));
        Assert.Contains("sebelum tanggal lahirnya", early.Text(), StringComparison.Ordinal);
        var noName = await Desk.Operator.SubmitAsync($"{Events}/datang", $"{Events}/datang", HttpStatusCode.UnprocessableEntity, ("on", "2026-11-01"));
        Assert.Contains("Nama belum diisi", noName.Text(), StringComparison.Ordinal);
        await Desk.Operator.OpenAsync($"{Events}/lahir", HttpStatusCode.NotFound);
        await Desk.Operator.OpenAsync($"{Report}?bulan=2026-13", HttpStatusCode.NotFound);
        await Desk.Operator.OpenAsync($"{Events}?bulan=2027-01", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Report_and_statistics_can_be_taken_as_workbooks()
    {
        var report = Workbook.Read(await Desk.Operator.Client.GetByteArrayAsync(new Uri($"{Report}.xlsx?bulan=2026-11", UriKind.Relative), RegisterDesk.Stop));
        Assert.Equal("Penduduk awal bulan", report[1][0]);
        Assert.Equal(8, report.Length);
        var statistics = Workbook.Read(await Desk.Operator.Client.GetByteArrayAsync(new Uri($"{RegisterDesk.Console}/statistik.xlsx", UriKind.Relative), RegisterDesk.Stop));
        Assert.Equal("Umur", statistics[0][0]);
    }

    static void AssertAddsUp(Dictionary<string, int[]> figures)
    {
        for (var column = 0; column < 7; column++)
            Assert.Equal(figures["closing"][column], figures["opening"][column] + figures["birth"][column] - figures["death"][column] + figures["arrival"][column] - figures["departure"][column] + figures["other"][column]);
    }

    async Task<Dictionary<string, int[]>> FiguresAsync(string month) =>
        (await Desk.Operator.OpenAsync($"{Report}?bulan={month}")).QuerySelectorAll("tr[data-row]").ToDictionary(
            row => row.GetAttribute("data-row")!, row => row.QuerySelectorAll("td").Select(cell => int.Parse(cell.TextContent.Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture)).ToArray());

    async Task EnterAsync(string path, params (string Name, string Value)[] fields) => await Desk.Operator.SubmitAsync(path, path, HttpStatusCode.SeeOther, fields);

    /// <summary>Finds somebody and opens their record.</summary>
    async Task<Guid> OpenAsync(string name)
    {
        var list = await Desk.Operator.OpenAsync($"{RegisterDesk.Console}?cari={Uri.EscapeDataString(name)}");
        var path = list.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!).First(address => address.Contains("/orang/", StringComparison.Ordinal) && !address.EndsWith("/baru", StringComparison.Ordinal));
        await Desk.Operator.SubmitAsync(path, $"{path}/buka", HttpStatusCode.SeeOther, ("purpose", "Mencatat peristiwa"));
        return Guid.Parse(path[(path.LastIndexOf('/') + 1)..]);
    }

    /// <summary>A register with two families of its own.</summary>
    public sealed class Village : IAsyncLifetime
    {
        public RegisterDesk Desk { get; } = new();

        public async ValueTask InitializeAsync()
        {
            await Desk.InitializeAsync();
            (string, string) first = ("no_kk", "9910240100008801"), second = ("no_kk", "9910240100008802");
            var (path, _) = await Desk.CheckAsync(Csv(
                Person(8801, first, ("nama", "KAKEK LESTARI"), ("kk_level", "1")), Person(8802, first, ("nama", "IBU LESTARI"), ("sex", "2"), ("kk_level", "4")), Person(8803, first, ("nama", "PAMAN LESTARI"), ("kk_level", "4")),
                Person(8804, second, ("nama", "BUDI WIJAYA"), ("kk_level", "1")), Person(8805, second, ("nama", "PUTRA WIJAYA"), ("kk_level", "4"))));
            await Desk.TakeAsync(path);
        }

        public ValueTask DisposeAsync() => Desk.DisposeAsync();
    }
}
