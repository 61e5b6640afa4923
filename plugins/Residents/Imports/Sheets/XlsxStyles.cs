using System.Globalization;
using System.Xml;

namespace SmartKampung.Residents.Imports;

/// <summary>Which styles of a workbook show a number as a day.</summary>
static class XlsxStyles
{
    public static HashSet<int> Days(Stream? styles)
    {
        HashSet<int> days = [];
        if (styles is null) return days;
        using var xml = XmlReader.Create(styles, XlsxSheet.Settings);
        HashSet<int> formats = [.. Enumerable.Range(14, 9), .. Enumerable.Range(27, 10), .. Enumerable.Range(45, 3), .. Enumerable.Range(50, 9)];
        var (isInCells, style) = (false, -1);
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs") isInCells = xml.NodeType == XmlNodeType.Element;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "numFmt" && IsDay(xml.GetAttribute("formatCode") ?? "")) formats.Add(NumberOf(xml.GetAttribute("numFmtId")));
            if (xml.LocalName != "xf" || !isInCells) continue;
            style++;
            if (formats.Contains(NumberOf(xml.GetAttribute("numFmtId")))) days.Add(style);
        }

        return days;
    }

    static bool IsDay(string format) => format.Contains('y', StringComparison.OrdinalIgnoreCase) || (format.Contains('d', StringComparison.OrdinalIgnoreCase) && !format.Contains("Red", StringComparison.OrdinalIgnoreCase));

    static int NumberOf(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}

/// <summary>Texts of a workbook, which may come in pieces of several looks.</summary>
static class XlsxText
{
    /// <summary>Goes on to the next element of this name, whatever stands before its colon.</summary>
    public static bool ReadTo(this XmlReader xml, string name)
    {
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == name) return true;
        return false;
    }

    public static string Of(XmlReader item)
    {
        var text = "";
        while (item.Read())
            if (item.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace) text += item.Value;
        return text;
    }
}
