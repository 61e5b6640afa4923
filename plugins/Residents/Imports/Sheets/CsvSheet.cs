using System.Text;
using CsvHelper;

namespace SmartKampung.Residents.Imports;

/// <summary>Rows of text, parted by commas, semicolons or tabs as the first line has them.</summary>
static class CsvSheet
{
    static readonly CsvReaderOptions Options = CsvReaderOptions.Default with
    {
        HasHeader = false,
        TrimWhitespace = true,
        TrackLineNumbers = true,
        PoolStrings = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    public static IReadOnlyList<SheetRow> Read(Stream file)
    {
        var text = TextOf(file);
        if (text.AsSpan(0, Math.Min(text.Length, 4096)).Contains('\0')) throw new UnreadableSheetException("import.no_sheet");
        try
        {
            using var csv = CsvReader.FromText(text, Options);
            List<SheetRow> rows = [];
            while (rows.Count <= SheetLimits.Rows && csv.Read()) rows.Add(RowOf((int)csv.LineNumber, [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]));
            return rows;
        }
        catch (CsvFormatException broken)
        {
            throw new UnreadableSheetException("import.broken", cause: broken);
        }
    }

    static SheetRow RowOf(int number, string[] cells) =>
        new(number, [.. cells.Select(cell => SheetText.Clean(Unwrapped(cell)))], [.. cells.Index().Where(cell => IsFormula(cell.Item)).Select(cell => new CellMark(cell.Index, CellDoubt.Formula))]);

    /// <summary>Programs write ="0351" so that a spreadsheet leaves a number as it is, and an apostrophe before what would be a formula there.</summary>
    static string Unwrapped(string cell) => cell switch
    {
        ['=', '"', .., '"'] => cell[2..^1],
        ['\'', '=' or '+' or '-' or '@', ..] => cell[1..],
        _ => cell,
    };

    static bool IsFormula(string cell) => cell.StartsWith('=') && Unwrapped(cell) == cell;

    static string TextOf(Stream file)
    {
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        var content = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        try
        {
            if (content is [0xFF, 0xFE, ..]) return new UnicodeEncoding(false, true, true).GetString(content[2..]);
            if (content is [0xFE, 0xFF, ..]) return new UnicodeEncoding(true, true, true).GetString(content[2..]);
            return new UTF8Encoding(false, true).GetString(content is [0xEF, 0xBB, 0xBF, ..] ? content[3..] : content);
        }
        catch (DecoderFallbackException wrong)
        {
            throw new UnreadableSheetException("import.encoding", cause: wrong);
        }
    }
}
