using System.IO.Compression;

namespace SmartKampung.Residents.Imports;

/// <summary>A file of rows, told by its first bytes and never by its name.</summary>
static class SheetFile
{
    /// <returns>All rows that say something, the headings first.</returns>
    /// <exception cref="UnreadableSheetException">It is neither CSV nor XLSX, or it goes beyond what is read.</exception>
    public static IReadOnlyList<SheetRow> Read(Stream file)
    {
        var start = new byte[8];
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (length == 0) throw new UnreadableSheetException("import.empty");
        if (start is [0xD0, 0xCF, 0x11, 0xE0, ..]) throw new UnreadableSheetException("import.old_excel");
        var rows = Taken(start is [(byte)'P', (byte)'K', 3, 4, ..] ? Unzipped(file) : CsvSheet.Read(file));
        return rows.Count > 1 ? rows : throw new UnreadableSheetException("import.empty");
    }

    static List<SheetRow> Unzipped(Stream file)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return [.. new XlsxSheet(zip).Read()];
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException or System.Xml.XmlException or FormatException)
        {
            throw new UnreadableSheetException("import.broken", cause: broken);
        }
    }

    static List<SheetRow> Taken(IEnumerable<SheetRow> rows)
    {
        List<SheetRow> taken = [];
        foreach (var row in rows.Where(row => row.Cells.Any(cell => cell.Length > 0)))
        {
            if (taken.Count > SheetLimits.Rows) throw new UnreadableSheetException("import.too_many_rows", SheetLimits.Rows);
            if (row.Cells.Count > SheetLimits.Columns) throw new UnreadableSheetException("import.too_many_columns", SheetLimits.Columns);
            taken.Add(row);
        }

        return taken;
    }
}
