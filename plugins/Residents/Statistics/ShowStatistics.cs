namespace SmartKampung.Residents.Statistics;

/// <summary>Tables and charts of the people; who may not change the register sees no figure under five.</summary>
static class ShowStatistics
{
    public static async Task<Page> Show(string? dusun, PopulationFigures figures, IRights rights, ITexts texts, CancellationToken stop)
    {
        var hidesFew = !rights.Has(Permissions.Write);
        var population = await figures.OfAsync(Chosen(dusun), hidesFew, stop);
        return Page.View("residents-statistics", new
        {
            families = hidesFew && population.Families is > 0 and < 5 ? null : (int?)population.Families,
            total = population.Total,
            hamlets = population.Hamlets,
            hamlet = Chosen(dusun) ?? "",
            hidesFew,
            tables = population.Tables.Where(table => table.Rows.Count > 0).Select(table => ShownTable.Of(table, texts)).ToList(),
            query = Chosen(dusun) is { } hamlet ? $"?dusun={Uri.EscapeDataString(hamlet)}" : "",
        });
    }

    public static async Task<IResult> Download(string? dusun, PopulationFigures figures, IRights rights, ITexts texts, Village village, CancellationToken stop)
    {
        var population = await figures.OfAsync(Chosen(dusun), hidesFew: !rights.Has(Permissions.Write), stop);
        var sheets = population.Tables.Where(table => table.Rows.Count > 0).Select(table => ShownTable.Of(table, texts)).ToDictionary(table => table.Title, table => (object)RowsOf(table, texts));
        return Workbooks.Answer(sheets, $"statistik-{village.Code}.xlsx");
    }

    /// <summary>For everybody, with no figure under five.</summary>
    public static async Task<IResult> Tell(PopulationFigures figures, CancellationToken stop)
    {
        var population = await figures.OfAsync(null, hidesFew: true, stop);
        return Results.Ok(new { families = population.Families is > 0 and < 5 ? null : (int?)population.Families, population.Tables });
    }

    static string? Chosen(string? hamlet) => string.IsNullOrWhiteSpace(hamlet) ? null : hamlet.Trim();

    static List<Dictionary<string, object>> RowsOf(ShownTable table, ITexts texts) =>
        [.. table.Rows.Append(table.Total).Select(row => new Dictionary<string, object> { [table.Title] = row.Name, [texts["statistics.men"]] = Cell(row.Men, texts), [texts["statistics.women"]] = Cell(row.Women, texts), [texts["statistics.all"]] = Cell(row.All, texts) })];

    static object Cell(int? figure, ITexts texts) => figure is { } shown ? shown : texts["statistics.hidden"];
}

/// <summary>A table as it is shown, with the lengths of its bars.</summary>
sealed record ShownTable(string Key, string Title, IReadOnlyList<ShownFigure> Rows, ShownFigure Total, int Height)
{
    const int Longest = 270;
    const int Bar = 42;

    /// <summary>A chart is drawn as wide as a phone, so that its words are read there too, and shown little larger elsewhere.</summary>
    const int Width = 328;
    const int ShownWidth = 420;

    public int ShownHeight => Height * ShownWidth / Width;

    public static ShownTable Of(FigureTable table, ITexts texts)
    {
        var most = Math.Max(1, table.Rows.Max(row => row.All) ?? 1);
        return new(table.Name, texts[$"statistics.{table.Name}"], [.. table.Rows.Select((row, at) => new ShownFigure(NameOf(table.Name, row.Name, texts), row.Men, row.Women, row.All, (row.All ?? 0) * Longest / most, at * Bar))],
            new(texts["statistics.total"], table.Total.Men, table.Total.Women, table.Total.All, 0, 0), table.Rows.Count * Bar);
    }

    static string NameOf(string table, string name, ITexts texts) => name switch
    {
        "" => texts["statistics.unknown"],
        _ when table == "age" => texts["statistics.years", name.Replace("-", "–", StringComparison.Ordinal)],
        _ => name,
    };
}

sealed record ShownFigure(string Name, int? Men, int? Women, int? All, int Length, int Top);
