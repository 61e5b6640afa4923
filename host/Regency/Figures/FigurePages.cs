using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Portal;

namespace SmartKampung.Host.Regency;

/// <summary>The figures of all villages: sorted, page by page, and as files.</summary>
static class FigurePages
{
    const string Path = "/kelola/angka";
    const int PageSize = 25;

    public static void MapFigures(this IEndpointRouteBuilder console)
    {
        console.MapGet("/angka", ShowAsync).RequirePermission(HostPermissions.Watch);
        console.MapGet("/angka.csv", CsvAsync).RequirePermission(HostPermissions.Watch);
        console.MapGet("/angka.xlsx", XlsxAsync).RequirePermission(HostPermissions.Watch);
    }

    static async Task<Page> ShowAsync(string? urut, string? arah, string? halaman, HttpContext context, FigureTable table, VillagesInSight villages, CancellationToken stop)
    {
        var sheet = await OfAsync(context, table, villages, stop);
        var (page, rows, down) = (PageNumber.Of(halaman), sheet.Sorted(urut, arah == "turun"), arah == "turun");
        var last = Math.Max(1, (rows.Count + PageSize - 1) / PageSize);
        if (page > last) return Page.NotFound();
        FigureColumn[] columns = [new("name", "", IndicatorUnit.Count), new("district", "", IndicatorUnit.Count), .. sheet.Columns, new(FigureTable.Storage, "", IndicatorUnit.Count)];
        return Page.View("regency-figures", new
        {
            columns = columns.Select(column => new FigureHeading(column.Key, column.Text, urut == column.Key ? down ? "descending" : "ascending" : "", $"{Path}?urut={column.Key}{(urut == column.Key && !down ? "&arah=turun" : "")}")).ToArray(),
            rows = rows.Skip((page - 1) * PageSize).Take(PageSize).Select(row => Written(sheet, row, RequestLanguage.Of(context))).ToArray(),
            oldest = sheet.Rows.Where(row => row.TakenAt is not null).Min(row => row.TakenAt),
            current = page,
            last,
            pages_address = $"{Path}?urut={Uri.EscapeDataString(urut ?? "")}&arah={(down ? "turun" : "")}&halaman=",
        });
    }

    static async Task<IResult> CsvAsync(HttpContext context, FigureTable table, VillagesInSight villages, TextLibrary texts, CancellationToken stop) =>
        Results.File(FigureFiles.Csv(await OfAsync(context, table, villages, stop), texts.For(PageOwner.Host.Id, context)), "text/csv; charset=utf-8", "angka.csv");

    static async Task<IResult> XlsxAsync(HttpContext context, FigureTable table, VillagesInSight villages, TextLibrary texts, CancellationToken stop) =>
        Results.File(FigureFiles.Xlsx(await OfAsync(context, table, villages, stop), texts.For(PageOwner.Host.Id, context)), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "angka.xlsx");

    static Task<FigureSheet> OfAsync(HttpContext context, FigureTable table, VillagesInSight villages, CancellationToken stop) =>
        table.OfAsync([.. villages.Of(context).Where(village => !village.IsClosed)], context, stop);

    static WrittenRow Written(FigureSheet sheet, FigureRow row, string language) => new(
        row.Code, row.Name, row.District, [.. sheet.Columns.Select(column => new WrittenFigure(column.Text, Write(row.Figures.GetValueOrDefault(column.Key), language)))],
        Bytes.Write(row.Bytes, language), row.BackedUpAt);

    static string Write(KeptFigure? figure, string language) => figure switch
    {
        null => "–",
        { Unit: IndicatorUnit.Rupiah } => NumberWriting.Money(figure.Value, language),
        { Unit: IndicatorUnit.Percent } => NumberWriting.Number(figure.Value, language) + "%",
        _ => NumberWriting.Number(figure.Value, language),
    };

    sealed record FigureHeading(string Key, string Text, string Order, string Address);

    sealed record WrittenFigure(string Text, string Value);

    sealed record WrittenRow(string Code, string Name, string District, IReadOnlyList<WrittenFigure> Figures, string Bytes, DateTimeOffset? BackedUpAt);
}
