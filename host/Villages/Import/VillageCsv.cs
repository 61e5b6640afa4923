using System.Text;
using CsvHelper;

namespace SmartKampung.Host.Villages.Import;

/// <summary>Reads a file of villages and checks every line of it.</summary>
sealed class VillageCsv(RegencyOptions regency)
{
    public const int MaxErrors = 500;

    /// <summary>The separator is found by itself: spreadsheets write semicolons where the comma is the decimal sign, as in Indonesia.</summary>
    static readonly CsvReaderOptions Options = CsvReaderOptions.Default with
    {
        TrimWhitespace = true,
        TrackLineNumbers = true,
        PoolStrings = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public ReadVillages Read(Stream file)
    {
        try
        {
            using var text = new StreamReader(file, Utf8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
            return Read(text.ReadToEnd());
        }
        catch (DecoderFallbackException)
        {
            return ReadVillages.Failed(new ImportError(1, "", ImportMessages.NotUtf8));
        }
    }

    public ReadVillages Read(string text)
    {
        using var csv = CsvReader.FromText(text, Options);
        try
        {
            return Read(csv);
        }
        catch (CsvFormatException exception)
        {
            return ReadVillages.Failed(new ImportError((int)exception.LineNumber, "", ImportMessages.Unreadable));
        }
    }

    ReadVillages Read(CsvReader csv)
    {
        csv.ReadHeader();
        var missing = Columns.Required.Where(column => !csv.TryGetFieldIndex(column, out _)).ToArray();
        return missing.Length > 0
            ? ReadVillages.Failed([.. missing.Select(column => new ImportError(1, column, ImportMessages.MissingColumn))])
            : ReadRows(csv);
    }

    ReadVillages ReadRows(CsvReader csv)
    {
        var rows = new List<VillageRow>();
        var errors = new List<ImportError>();
        while (errors.Count < MaxErrors && csv.Read())
            if (new RowCheck(csv, regency, errors).Read() is { } row) rows.Add(row);
        AddRepeated(rows, errors);
        if (rows.Count + errors.Count == 0) errors.Add(new(1, "", ImportMessages.Empty));
        return new(errors.Count == 0 ? rows : [], [.. errors.OrderBy(error => error.Row)]);
    }

    static void AddRepeated(List<VillageRow> rows, List<ImportError> errors)
    {
        var first = new Dictionary<string, int>(rows.Count, StringComparer.Ordinal);
        foreach (var row in rows)
            if (!first.TryAdd(row.Code, row.Number)) errors.Add(new(row.Number, Columns.Code, ImportMessages.Repeated(first[row.Code])));
    }
}

/// <summary>The lines of a file, or what is wrong with it.</summary>
sealed record ReadVillages(IReadOnlyList<VillageRow> Rows, IReadOnlyList<ImportError> Errors)
{
    public static ReadVillages Failed(params IReadOnlyList<ImportError> errors) => new([], errors);
}
