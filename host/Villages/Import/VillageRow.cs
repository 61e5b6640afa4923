namespace SmartKampung.Host.Villages.Import;

/// <summary>A line of the CSV file that was found right.</summary>
sealed record VillageRow(
    int Number, string Code, string Name, VillageKind Kind, Area District, Area Regency, string PostalCode, Location? Location);

/// <summary>What is wrong in a line of the CSV file.</summary>
/// <param name="Row">The line, counted from 1, which is the header's.</param>
/// <param name="Column">The column's name.</param>
/// <param name="Message">What is wrong and how it would be right.</param>
sealed record ImportError(int Row, string Column, LocalText Message);
