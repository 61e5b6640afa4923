using SmartKampung.Residents.Statistics;

namespace SmartKampung.Tests.Plugins.Residents;

public sealed class HideFewTests
{
    [Fact]
    public void Figures_under_five_are_hidden_with_what_would_give_them_away()
    {
        var shown = HideFew.In(Of((40, 35), (30, 2), (8, 9)));

        Assert.Null(shown.Rows[1].Women);
        Assert.Equal("40,35,75 ,,32 ,,17 total 78,46,124", Told(shown));
    }

    [Fact]
    public void Nothing_is_hidden_where_nothing_is_few() => Assert.Equal("40,35,75 30,20,50 total 70,55,125", Told(HideFew.In(Of((40, 35), (30, 20)))));

    [RandomRuns(300)]
    public bool No_figure_under_five_is_shown_or_reckoned_from_the_others(byte[] figures)
    {
        var table = Of([.. figures.Chunk(2).Where(pair => pair.Length == 2 && pair[0] + pair[1] > 0).Select(pair => ((int)pair[0] % 40, (int)pair[1] % 40))]);
        var shown = HideFew.In(table);
        return Cells(shown).All(cell => cell is null or 0 or >= 5) && !Recovered(shown).Any();
    }

    static FigureTable Of(params (int Men, int Women)[] rows)
    {
        FigureRow[] kept = [.. rows.Select((row, at) => new FigureRow($"{at}", row.Men, row.Women))];
        return new("age", kept, new("", kept.Sum(row => row.Men ?? 0), kept.Sum(row => row.Women ?? 0)));
    }

    /// <summary>What a reader finds by sums alone, however often they begin again.</summary>
    static IEnumerable<(int Row, int Column)> Recovered(FigureTable table)
    {
        var cells = table.Rows.Append(table.Total).Select(row => new[] { row.Men, row.Women, row.All }).ToArray();
        var rows = Enumerable.Range(0, cells.Length).Select(row => Enumerable.Range(0, 3).Select(column => (row, column)));
        var columns = Enumerable.Range(0, 3).Select(column => Enumerable.Range(0, cells.Length).Select(row => (row, column)));
        return rows.Concat(columns).Select(line => line.Where(cell => cells[cell.row][cell.column] is null).ToList()).Where(hidden => hidden.Count == 1).Select(hidden => hidden[0]);
    }

    static IEnumerable<int?> Cells(FigureTable table) => table.Rows.Append(table.Total).SelectMany(row => new[] { row.Men, row.Women, row.All });

    static string Told(FigureTable table) => string.Join(' ', table.Rows.Select(row => $"{row.Men},{row.Women},{row.All}").Append($"total {table.Total.Men},{table.Total.Women},{table.Total.All}"));
}
