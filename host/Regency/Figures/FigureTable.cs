using SmartKampung.Host.Backups;
using SmartKampung.Host.Background;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Regency;

/// <summary>The figures of all villages side by side, from what is kept.</summary>
sealed class FigureTable(RegencyDocuments documents, Indicators indicators, BackupRecords backups, TextLibrary texts)
{
    public const string Storage = "storage";

    public async Task<FigureSheet> OfAsync(VillageEntry[] villages, HttpContext context, CancellationToken stop)
    {
        var kept = (await documents.OpenSession().Query<VillageFigures>().ToListAsync(stop)).ToDictionary(figures => figures.Id);
        var last = await backups.LatestAsync(stop);
        FigureRow[] rows = [.. villages.Select(village => RowOf(village, kept.GetValueOrDefault(village.Id), last))];
        var columns = rows.SelectMany(row => row.Figures.Values).DistinctBy(figure => figure.Key).OrderBy(figure => figure.Key, StringComparer.Ordinal)
            .Select(figure => new FigureColumn(figure.Key, texts.For(figure.Module, context)[$"indicators.{figure.Name}"], figure.Unit));
        return new([.. columns], rows);
    }

    /// <summary>Of modules that are off by now nothing is told.</summary>
    FigureRow RowOf(VillageEntry village, VillageFigures? kept, IReadOnlyDictionary<Guid, BackupRecord> last)
    {
        var present = indicators.ModulesIn(village);
        return new(
            village.Code, village.Name, village.District.Name, (kept?.Figures ?? []).Where(figure => present.Contains(figure.Module)).ToDictionary(figure => figure.Key),
            kept?.Bytes ?? 0, kept?.TakenAt, last.GetValueOrDefault(village.Id)?.MadeAt);
    }
}

sealed record FigureSheet(IReadOnlyList<FigureColumn> Columns, IReadOnlyList<FigureRow> Rows)
{
    /// <summary>Sorted by a column, or by code for one that there is not; villages without the figure come last.</summary>
    public IReadOnlyList<FigureRow> Sorted(string? by, bool down) => by switch
    {
        "name" => Order(row => row.Name, down),
        "district" => Order(row => row.District, down),
        FigureTable.Storage => Order(row => row.Bytes, down),
        _ when Columns.Any(column => column.Key == by) => [.. Order(row => row.Figures.GetValueOrDefault(by!)?.Value ?? 0, down).OrderBy(row => !row.Figures.ContainsKey(by!))],
        _ => Rows,
    };

    IReadOnlyList<FigureRow> Order<T>(Func<FigureRow, T> key, bool down) => [.. down ? Rows.OrderByDescending(key) : Rows.OrderBy(key)];
}

/// <param name="Key">Module and name.</param>
/// <param name="Text">What people call it.</param>
/// <param name="Unit">What it counts.</param>
sealed record FigureColumn(string Key, string Text, IndicatorUnit Unit);

/// <param name="Code">Of the village.</param>
/// <param name="Name">Of the village.</param>
/// <param name="District">Of the village.</param>
/// <param name="Figures">By their keys.</param>
/// <param name="Bytes">What it takes on the disk.</param>
/// <param name="TakenAt">When the figures were taken; null for never.</param>
/// <param name="BackedUpAt">When it was last backed up; null for never.</param>
sealed record FigureRow(string Code, string Name, string District, IReadOnlyDictionary<string, KeptFigure> Figures, long Bytes, DateTimeOffset? TakenAt, DateTimeOffset? BackedUpAt);
