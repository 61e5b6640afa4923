using CsvHelper;
using MiniExcelLibs;

namespace SmartKampung.Host.Regency;

/// <summary>Figures as files for spreadsheets. What begins like a formula is text there.</summary>
static class FigureFiles
{
    const string FormulaStarts = "=+-@\t\r";

    public static byte[] Csv(FigureSheet sheet, ITexts texts)
    {
        using var file = new MemoryStream();
        using (var writer = CsvWriter.Create(file, CsvWriterOptions.Default, leaveOpen: true))
        {
            foreach (var name in Names(sheet, texts)) writer.WriteField(name);
            writer.EndRecord();
            foreach (var row in sheet.Rows) Write(writer, sheet, row);
        }

        return file.ToArray();
    }

    public static byte[] Xlsx(FigureSheet sheet, ITexts texts)
    {
        using var file = new MemoryStream();
        file.SaveAs(sheet.Rows.Select(row => Names(sheet, texts).Zip(Values(sheet, row)).ToDictionary(pair => pair.First, pair => pair.Second)));
        return file.ToArray();
    }

    /// <summary>An apostrophe keeps a spreadsheet from reckoning with it.</summary>
    public static string Plain(string text) => text.Length > 0 && FormulaStarts.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    static void Write(CsvWriter writer, FigureSheet sheet, FigureRow row)
    {
        foreach (var value in Values(sheet, row)) writer.WriteField(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture));
        writer.EndRecord();
    }

    /// <summary>Names that are equal are told apart, since a sheet has each once.</summary>
    static string[] Names(FigureSheet sheet, ITexts texts)
    {
        string[] names = [texts["village.code"], texts["village.name"], texts["village.district"], .. sheet.Columns.Select(column => column.Text), texts["figures.bytes"], texts["figures.taken"], texts["figures.backup"]];
        return [.. names.Select((name, place) => Plain(names.Take(place).Contains(name) ? $"{name} ({place})" : name))];
    }

    static IEnumerable<object?> Values(FigureSheet sheet, FigureRow row) =>
    [
        Plain(row.Code), Plain(row.Name), Plain(row.District), .. sheet.Columns.Select(column => (object?)row.Figures.GetValueOrDefault(column.Key)?.Value),
        row.Bytes, Moment(row.TakenAt), Moment(row.BackedUpAt),
    ];

    static string Moment(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
