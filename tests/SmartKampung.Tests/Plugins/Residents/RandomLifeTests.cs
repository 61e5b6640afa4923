using System.Net;
using SmartKampung.Tests.Plugins.Residents.Import;
using static SmartKampung.Tests.Plugins.Residents.Import.OpenSidSheet;

namespace SmartKampung.Tests.Plugins.Residents;

/// <summary>Whatever happens to people, in whatever order and by whichever way, the figures are what a recount gives, and the months add up.</summary>
public sealed class RandomLifeTests(RegisterDesk desk) : IClassFixture<RegisterDesk>
{
    const string Events = $"{RegisterDesk.Console}/peristiwa";

    static readonly string[] Kinds = ["lahir", "mati", "pindah", "datang", "pisah", "ubah"];

    int number = 5000;

    [RandomRuns(3)]
    public async Task Statistics_equal_a_recount_after_any_life(byte[] life)
    {
        await desk.ChangeOperatorAsync();
        await ImportAsync(4);
        foreach (var moment in life.Take(10))
        {
            if (moment % 8 == 7) await ImportAsync(1 + (moment % 3));
            else await HappenAsync(moment);
        }

        await AssertRecountAsync();
    }

    async Task ImportAsync(int people)
    {
        var (path, _) = await desk.CheckAsync(Csv(Enumerable.Range(number, people).Select(one => Person(one, ("sex", one % 2 == 0 ? "2" : "1"), ("pekerjaan_id", $"{1 + (one % 5)}"), ("rt", $"{1 + (one % 3)}"), ("warganegara_id", one % 7 == 0 ? "2" : "1")))));
        number += people;
        await desk.TakeAsync(path, ("only_good", "true"));
    }

    /// <summary>Something happens to somebody; what is impossible is refused and changes nothing.</summary>
    async Task HappenAsync(byte moment)
    {
        var name = $"WARGA {number - 1 - (moment % 8)}";
        var list = await desk.Operator.OpenAsync($"{RegisterDesk.Console}?cari={Uri.EscapeDataString(name)}&keadaan={(moment % 2 == 0 ? "" : "moved")}");
        var person = list.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!).FirstOrDefault(address => address.Contains("/orang/", StringComparison.Ordinal) && !address.EndsWith("/baru", StringComparison.Ordinal));
        if (person is null) return;
        using var opened = await desk.Operator.PostAsync(person, $"{person}/buka", ("purpose", "Mencatat peristiwa"));
        var path = $"{Events}/{Kinds[moment % Kinds.Length]}?orang={person[(person.LastIndexOf('/') + 1)..]}";
        using var answer = await desk.Operator.PostAsync(path, path,
            ("on", moment % 3 == 0 ? "2026-10-05" : "2026-11-20"), ("name", name), ("sex", moment % 2 == 0 ? "Male" : "Female"), ("occupation", moment % 2 == 0 ? "Guru" : "Bidan"), ("nationality", moment % 5 == 0 ? "WNA" : "WNI"),
            ("place", moment % 2 == 0 ? "Krajan/001/001" : "Krajan/001/002"), ("card_number", $"99102408{moment:000}{number:00000}"), ("whole_family", moment % 4 == 0 ? "true" : "false"));
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity });
    }

    async Task AssertRecountAsync()
    {
        var here = (await RowsAsync()).Where(row => row["status_dasar"] is "living" or "temporary").ToList();
        var page = await desk.Operator.OpenAsync($"{RegisterDesk.Console}/statistik");
        Assert.Equal($"{here.Count} {here.Count(row => row["sex"] == "L")} {here.Count(row => row["sex"] == "P")} {here.Count(row => row["kk_level"] == "Kepala Keluarga" && row["no_kk"].Length > 0)}", Plain(page.Figures()));
        foreach (var (table, column) in new[] { ("occupation", "pekerjaan_id"), ("hamlet", "dusun"), ("nationality", "warganegara_id"), ("education", "pendidikan_kk_id") })
            Assert.Equal(
                here.GroupBy(row => row[column].Length > 0 ? row[column] : "Tidak diketahui").Select(group => $"{group.Key} {group.Count(row => row["sex"] == "L")} {group.Count(row => row["sex"] == "P")} {group.Count()}").Order(StringComparer.Ordinal),
                page.QuerySelectorAll($"table[data-table={table}] tbody tr").SkipLast(1).Select(row => Plain(string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim())))).Order(StringComparer.Ordinal));
        Assert.Equal(here.GroupBy(row => AgeGroup(row["tanggallahir"])).Select(group => $"{group.Key} {group.Count()}").Order(StringComparer.Ordinal), Ages(page));
        await AssertMonthsAsync(here.Count);
    }

    static IEnumerable<string> Ages(AngleSharp.Dom.IDocument page) =>
        page.QuerySelectorAll("table[data-table=age] tbody tr").SkipLast(1).Select(row => Plain($"{row.Children[0].TextContent.Trim()} {row.LastElementChild!.TextContent.Trim()}")).Order(StringComparer.Ordinal);

    string AgeGroup(string born)
    {
        if (born.Length == 0) return "Tidak diketahui";
        var (day, today) = (DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture), DateOnly.FromDateTime(desk.Host.Clock.GetUtcNow().AddHours(7).DateTime));
        var age = today.Year - day.Year - (day.AddYears(today.Year - day.Year) > today ? 1 : 0);
        return age >= 75 ? "75+ tahun" : $"{age / 5 * 5:00}–{(age / 5 * 5) + 4:00} tahun";
    }

    async Task AssertMonthsAsync(int here)
    {
        var (october, november) = (await FiguresAsync("2026-10"), await FiguresAsync("2026-11"));
        Assert.Equal(here, november["closing"]);
        Assert.Equal(october["closing"], november["opening"]);
        foreach (var month in new[] { october, november })
            Assert.Equal(month["closing"], month["opening"] + month["birth"] - month["death"] + month["arrival"] - month["departure"] + month["other"]);
    }

    async Task<Dictionary<string, int>> FiguresAsync(string month) =>
        (await desk.Operator.OpenAsync($"{RegisterDesk.Console}/lampid?bulan={month}")).QuerySelectorAll("tr[data-row]").ToDictionary(
            row => row.GetAttribute("data-row")!, row => int.Parse(Plain(row.LastElementChild!.TextContent), System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Thousands without their dot.</summary>
    static string Plain(string figures) => figures.Replace(".", "", StringComparison.Ordinal);

    async Task<List<Dictionary<string, string>>> RowsAsync()
    {
        const string export = $"{RegisterDesk.Console}/ekspor";
        using var answer = await desk.Operator.PostAsync(export, export, ("format", "Xlsx"), ("purpose", "Menghitung ulang"));
        var rows = Workbook.Read(await answer.Content.ReadAsByteArrayAsync(RegisterDesk.Stop));
        return [.. rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second))];
    }
}
