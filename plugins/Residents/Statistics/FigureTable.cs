namespace SmartKampung.Residents.Statistics;

/// <summary>People counted in one respect.</summary>
sealed record FigureTable(string Name, IReadOnlyList<FigureRow> Rows, FigureRow Total);

/// <summary>A row of figures; one that is hidden is null.</summary>
sealed record FigureRow(string Name, int? Men, int? Women, int? All)
{
    public FigureRow(string name, int men, int women) : this(name, men, women, men + women) { }
}
