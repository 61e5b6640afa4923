namespace SmartKampung.Residents.Imports;

/// <summary>A row of a sheet.</summary>
/// <param name="Number">Its number in the sheet, as the reader's program shows it.</param>
/// <param name="Cells">What its cells say, without blanks around it; days as 2026-11-24.</param>
/// <param name="Marks">The cells that can't be believed.</param>
sealed record SheetRow(int Number, IReadOnlyList<string> Cells, IReadOnlyList<CellMark> Marks)
{
    public string CellAt(int column) => column < Cells.Count ? Cells[column] : "";
}

/// <summary>Why a cell can't be believed.</summary>
sealed record CellMark(int Column, CellDoubt Doubt);

enum CellDoubt
{
    /// <summary>It is computed, so that what it says depends on what is not here.</summary>
    Formula,

    /// <summary>A number of more digits than spreadsheets keep: its last ones are zeros that nobody typed.</summary>
    Shortened,
}

/// <summary>A sheet that can't be read.</summary>
/// <param name="key">The text that tells why.</param>
/// <param name="detail">What is put into it.</param>
/// <param name="cause">What failed.</param>
sealed class UnreadableSheetException(string key, object? detail = null, Exception? cause = null) : Exception(key, cause)
{
    public string Key { get; } = key;

    public object? Detail { get; } = detail;
}

/// <summary>How much of a sheet is read at most.</summary>
static class SheetLimits
{
    public const int Rows = 100_000;
    public const int Columns = 200;
    public const int Letters = 1_000;
    public const long Unpacked = 200L * 1024 * 1024;
}
