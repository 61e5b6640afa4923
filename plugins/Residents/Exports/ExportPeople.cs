using System.Text;
using CsvHelper;
using SmartKampung.Residents.People;
using SmartKampung.Residents.Statistics;

namespace SmartKampung.Residents.Exports;

/// <summary>
/// The register as a file, in the columns of OpenSID's sheet, so that it can be taken elsewhere and imported again. It is a reading of each record in it, and is written down as one
/// before anything is handed over.
/// </summary>
static class ExportPeople
{
    public const string Path = "/kelola/residents/ekspor";

    const int Batch = 1_000;
    const string FormulaStarts = "=+-@\t\r";

    public static async Task<Page> Show(IDocumentSession session, CancellationToken stop) =>
        Page.View("residents-export", new { count = await session.Query<Resident>().CountAsync(stop) }, Form.Empty<WantedExport>());

    public static async Task<IResult> Take(Form<WantedExport> form, IDocumentSession session, Readings readings, Village village, CancellationToken stop)
    {
        if (!form.IsValid) return (await Show(session, stop)).With(form);
        var residents = await session.Query<Resident>().ToListAsync(stop);
        var cards = (await session.Query<Family>().ToListAsync(stop)).ToDictionary(family => family.Id, family => family.CardNumber ?? "");
        foreach (var batch in residents.Chunk(Batch))
        {
            foreach (var resident in batch) readings.Note(resident.Id, form.Value.Purpose.Trim());
            await session.SaveChangesAsync(stop);
        }

        var rows = residents.OrderBy(resident => cards.GetValueOrDefault(resident.Family ?? Guid.Empty, ""), StringComparer.Ordinal).ThenBy(resident => resident.BirthDate).Select(resident => ExportColumns.Row(resident, cards)).ToList();
        return form.Value.Format == ExportFormat.Csv
            ? Results.Bytes(Csv(rows), "text/csv; charset=utf-8", $"penduduk-{village.Code}.csv")
            : Workbooks.Answer(new() { ["Data Penduduk"] = rows.Select(row => ExportColumns.Names.Zip(row).ToDictionary(cell => cell.First, cell => (object)cell.Second)).ToList() }, $"penduduk-{village.Code}.xlsx");
    }

    static byte[] Csv(List<string[]> rows)
    {
        using var file = new MemoryStream();
        file.Write(Encoding.UTF8.Preamble);
        using (var writer = CsvWriter.Create(file, CsvWriterOptions.Default, leaveOpen: true))
            foreach (var row in rows.Prepend([.. ExportColumns.Names]))
            {
                foreach (var cell in row) writer.WriteField(Plain(cell));
                writer.EndRecord();
            }

        return file.ToArray();
    }

    /// <summary>An apostrophe keeps a spreadsheet from reckoning with it.</summary>
    static string Plain(string cell) => cell.Length > 0 && FormulaStarts.Contains(cell[0], StringComparison.Ordinal) ? "'" + cell : cell;
}

sealed record WantedExport([Display(Name = "export.format")] ExportFormat Format, [Required, StringLength(200, MinimumLength = 3), Display(Name = "reading.purpose")] string Purpose);

enum ExportFormat
{
    Xlsx,
    Csv,
}
