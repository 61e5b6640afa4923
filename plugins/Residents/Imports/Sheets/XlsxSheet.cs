using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace SmartKampung.Residents.Imports;

/// <summary>
/// The first sheet of a workbook. Libraries hand over what a formula once gave without saying that it was one, and keep strings in files of their own on the disk,
/// which nothing of a register may lie in; so it is read here, part by part and with bounds.
/// </summary>
sealed class XlsxSheet(ZipArchive zip)
{
    const int MostDigits = 15;
    const int MostEntries = 2_000;

    static readonly DateTime FirstDay = new(1899, 12, 30);

    readonly List<string> strings = [];
    HashSet<int> dayStyles = [];

    public IEnumerable<SheetRow> Read()
    {
        if (zip.Entries.Count > MostEntries) throw new UnreadableSheetException("import.broken");
        var sheet = zip.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase) && entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            .OrderBy(entry => entry.FullName.Length).ThenBy(entry => entry.FullName, StringComparer.Ordinal).FirstOrDefault() ?? throw new UnreadableSheetException("import.no_sheet");
        ReadStrings();
        dayStyles = XlsxStyles.Days(Open("xl/styles.xml"));
        return ReadRows(sheet);
    }

    IEnumerable<SheetRow> ReadRows(ZipArchiveEntry sheet)
    {
        using var xml = XmlReader.Create(new BoundedStream(sheet.Open(), SheetLimits.Unpacked), Settings);
        var last = 0;
        while (xml.ReadTo("row"))
        {
            last = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : last + 1;
            using var row = xml.ReadSubtree();
            yield return ReadRow(row, last);
        }
    }

    SheetRow ReadRow(XmlReader row, int number)
    {
        List<string> cells = [];
        List<CellMark> marks = [];
        while (row.ReadTo("c"))
        {
            var column = ColumnOf(row.GetAttribute("r")) ?? cells.Count;
            if (column >= SheetLimits.Columns) throw new UnreadableSheetException("import.too_many_columns", SheetLimits.Columns);
            while (cells.Count <= column) cells.Add("");
            using var cell = row.ReadSubtree();
            var (text, doubt) = ReadCell(cell, row.GetAttribute("t") ?? "n", row.GetAttribute("s"));
            cells[column] = SheetText.Clean(text);
            if (doubt is { } known) marks.Add(new(column, known));
        }

        return new(number, cells, marks);
    }

    (string Text, CellDoubt? Doubt) ReadCell(XmlReader cell, string type, string? style)
    {
        var (text, isFormula) = ("", false);
        while (cell.Read())
        {
            isFormula |= cell is { NodeType: XmlNodeType.Element, LocalName: "f" };
            if (cell.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace && !isFormula) text += cell.Value;
            if (cell is { NodeType: XmlNodeType.EndElement, LocalName: "f" }) isFormula = true;
        }

        return isFormula ? ("", CellDoubt.Formula) : type switch
        {
            "s" => (strings.ElementAtOrDefault(int.Parse(text, CultureInfo.InvariantCulture)) ?? "", null),
            "n" => NumberOf(text, style),
            _ => (text, null),
        };
    }

    (string Text, CellDoubt? Doubt) NumberOf(string text, string? style)
    {
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return (text, null);
        if (int.TryParse(style, out var styled) && dayStyles.Contains(styled) && number is > 0 and < 2_958_466) return (FirstDay.AddDays((double)number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null);
        var written = number.ToString("0.##########", CultureInfo.InvariantCulture);
        return (written, written.Length > MostDigits ? CellDoubt.Shortened : null);
    }

    void ReadStrings()
    {
        if (Open("xl/sharedStrings.xml") is not { } stream) return;
        using var xml = XmlReader.Create(stream, Settings);
        while (xml.ReadTo("si"))
        {
            using var item = xml.ReadSubtree();
            strings.Add(XlsxText.Of(item));
        }
    }

    BoundedStream? Open(string name) => zip.GetEntry(name) is { } entry ? new BoundedStream(entry.Open(), SheetLimits.Unpacked) : null;

    /// <summary>Of AB12: 27.</summary>
    static int? ColumnOf(string? reference)
    {
        if (reference is null) return null;
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper)) column = Math.Min((column * 26) + letter - 'A' + 1, SheetLimits.Columns + 1);
        return column - 1;
    }

    internal static XmlReaderSettings Settings { get; } = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true };
}
