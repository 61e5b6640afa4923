using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;

namespace SmartKampung.Tests.Plugins.Residents.Import;

/// <summary>Workbooks as spreadsheets write them: shared strings, and cells that begin with = computed.</summary>
static class Workbook
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static byte[] Of(string[][] rows)
    {
        List<string> strings = [];
        var sheet = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetData>");
        foreach (var (number, row) in rows.Index())
        {
            sheet.Append(CultureInfo.InvariantCulture, $"<row r=\"{number + 1}\">");
            foreach (var (column, cell) in row.Index()) sheet.Append(Cell(Name(column) + (number + 1), cell, strings));
            sheet.Append("</row>");
        }

        var texts = string.Concat(strings.Select(text => $"<si><t>{WebUtility.HtmlEncode(text)}</t></si>"));
        const string styles = $"<styleSheet xmlns=\"{Main}\"><numFmts><numFmt numFmtId=\"170\" formatCode=\"dd/mm/yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>";
        return Zip(("xl/worksheets/sheet1.xml", sheet.Append("</sheetData></worksheet>").ToString()), ("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{texts}</sst>"), ("xl/styles.xml", styles));
    }

    public static byte[] Zip(params (string Name, string Content)[] files)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }

        return content.ToArray();
    }

    /// <summary>What a workbook's first sheet says, cell by cell.</summary>
    public static string[][] Read(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        XNamespace main = Main;
        var strings = zip.GetEntry("xl/sharedStrings.xml") is { } shared ? Load(shared).Descendants(main + "si").Select(item => item.Value).ToArray() : [];
        var sheet = Load(zip.GetEntry("xl/worksheets/sheet1.xml")!);
        Assert.Empty(sheet.Descendants(main + "f"));
        return [.. sheet.Descendants(main + "row").Select(row => row.Elements(main + "c").Select(cell => (string?)cell.Attribute("t") == "s" ? strings[int.Parse(cell.Value, CultureInfo.InvariantCulture)] : cell.Value).ToArray())];
    }

    static XDocument Load(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        return XDocument.Load(content);
    }

    static string Cell(string name, string text, List<string> strings)
    {
        if (text.StartsWith('=')) return $"<c r=\"{name}\"><f>{text[1..]}</f><v>7</v></c>";
        if (text.StartsWith('#')) return $"<c r=\"{name}\"><v>{text[1..]}</v></c>";
        if (text.StartsWith('~')) return $"<c r=\"{name}\" s=\"1\"><v>{text[1..]}</v></c>";
        strings.Add(text);
        return $"<c r=\"{name}\" t=\"s\"><v>{strings.Count - 1}</v></c>";
    }

    static string Name(int column) => column < 26 ? $"{(char)('A' + column)}" : Name((column / 26) - 1) + (char)('A' + (column % 26));

    static string TextOf(XElement cell, string[] strings) =>
        (string?)cell.Attribute("t") == "s" ? strings[int.Parse(cell.Value, CultureInfo.InvariantCulture)] : cell.Value;
}
