using System.Text;
using System.Text.RegularExpressions;

namespace SmartKampung.Host.Pages;

/// <summary>A style sheet that may be a list of others: each line that imports a sheet beside it is replaced by that sheet, so that readers fetch one.</summary>
static partial class StyleSheet
{
    public static byte[] Read(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        return Encoding.UTF8.GetBytes(Import().Replace(File.ReadAllText(file), line => Imported(Path.Combine(folder, line.Groups["name"].Value)) ?? line.Value));
    }

    static string? Imported(string file) => File.Exists(file) ? File.ReadAllText(file) : null;

    // The comment says what the sheet is for and goes with the line; a sheet of another folder or site is left to the browser.
    [GeneratedRegex("""^@import "(?<name>[\w-]+\.css)";[ \t]*(/\*[^*]*\*/)?[ \t]*\r?\n""", RegexOptions.Multiline)]
    private static partial Regex Import();
}
