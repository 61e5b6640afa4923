using System.Globalization;
using System.Text;

namespace SmartKampung.Host.Papers;

/// <summary>What stands behind the end of a PDF: objects that are new or anew, and the table that finds them.</summary>
/// <param name="start">Where it begins in the whole file.</param>
sealed class PdfRevision(int start)
{
    readonly StringBuilder text = new();
    readonly List<(string Name, int At)> table = [];

    /// <param name="name">Number and generation, such as <c>12 0</c>.</param>
    /// <param name="content">The object, in Latin-1.</param>
    public PdfRevision Add(string name, string content)
    {
        table.Add((name, start + text.Length));
        text.Append(name).Append(" obj\n").Append(content).Append("\nendobj\n");
        return this;
    }

    public string End(string trailer)
    {
        var at = start + text.Length;
        text.Append("xref\n");
        foreach (var (name, offset) in table)
        {
            var parts = name.Split(' ');
            text.Append(CultureInfo.InvariantCulture, $"{parts[0]} 1\n{offset:0000000000} {int.Parse(parts[1], CultureInfo.InvariantCulture):00000} n \n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"trailer\n{trailer}\nstartxref\n{at}\n%%EOF\n").ToString();
    }
}
