namespace SmartKampung.Residents.Statistics;

/// <summary>
/// Hides figures so small that they tell of somebody, and as many others as it takes that none of them can be reckoned from what is left: a row is men and women and their
/// sum, a column its rows and their sum, and in neither may a single figure be missing, nor several that together are still few.
/// </summary>
static class HideFew
{
    const int Few = 5;
    const int Columns = 3;

    public static FigureTable In(FigureTable table)
    {
        var cells = table.Rows.Append(table.Total).Select(row => new[] { row.Men ?? 0, row.Women ?? 0, row.All ?? 0 }).ToArray();
        var hidden = cells.Select(row => row.Select(cell => cell is > 0 and < Few).ToArray()).ToArray();
        while (Lines(cells.Length).Any(line => HidOneMore(line, cells, hidden))) { }
        var rows = table.Rows.Append(table.Total).Select((row, at) => new FigureRow(row.Name, Shown(at, 0), Shown(at, 1), Shown(at, 2))).ToList();
        return table with { Rows = rows[..^1], Total = rows[^1] };

        int? Shown(int row, int column) => hidden[row][column] ? null : cells[row][column];
    }

    static IEnumerable<(int Row, int Column)[]> Lines(int rows) =>
    [
        .. Enumerable.Range(0, rows).Select(row => Enumerable.Range(0, Columns).Select(column => (row, column)).ToArray()),
        .. Enumerable.Range(0, Columns).Select(column => Enumerable.Range(0, rows).Select(row => (row, column)).ToArray()),
    ];

    /// <summary>The smallest that is left, so that most people still are in the figures.</summary>
    static bool HidOneMore((int Row, int Column)[] line, int[][] cells, bool[][] hidden)
    {
        var missing = line.Where(cell => hidden[cell.Row][cell.Column]).ToList();
        if (missing.Count == 0 || (missing.Count > 1 && missing.Sum(cell => cells[cell.Row][cell.Column]) >= Few)) return false;
        var left = line.Where(cell => !hidden[cell.Row][cell.Column]).OrderBy(cell => cells[cell.Row][cell.Column] == 0).ThenBy(cell => cells[cell.Row][cell.Column]).ToList();
        if (left.Count == 0) return false;
        return hidden[left[0].Row][left[0].Column] = true;
    }
}
