using MiniExcelLibs;

namespace SmartKampung.Residents.Statistics;

/// <summary>Files for spreadsheets.</summary>
static class Workbooks
{
    const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    const int LongestSheetName = 31;

    /// <param name="sheets">Rows by the names of their sheets. What is a string stays one there, whatever it begins with.</param>
    /// <param name="name">The file's name.</param>
    public static IResult Answer(Dictionary<string, object> sheets, string name)
    {
        using var file = new MemoryStream();
        file.SaveAs(sheets.ToDictionary(sheet => SheetName(sheet.Key), sheet => sheet.Value));
        return Results.Bytes(file.ToArray(), Type, name);
    }

    static string SheetName(string name)
    {
        var plain = string.Concat(name.Where(letter => letter is not ('/' or '\\' or '?' or '*' or '[' or ']' or ':')));
        return plain.Length > LongestSheetName ? plain[..LongestSheetName] : plain;
    }
}
