namespace SmartKampung.Host.Regency;

/// <summary>What a village's modules told when they were last asked, under the village's id, so that all villages are shown without opening their files.</summary>
sealed record VillageFigures : Document
{
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>When the village's file was last written before they were taken; another time makes them stale.</summary>
    public required DateTimeOffset FileAt { get; init; }

    /// <summary>What documents and files take on the disk.</summary>
    public required long Bytes { get; init; }

    /// <summary>The modules that were asked.</summary>
    public required IReadOnlyList<string> Modules { get; init; }

    public required IReadOnlyList<KeptFigure> Figures { get; init; }
}

/// <param name="Module">Whose.</param>
/// <param name="Name">Its name in the module.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">What it counts.</param>
sealed record KeptFigure(string Module, string Name, decimal Value, IndicatorUnit Unit)
{
    public string Key => $"{Module}.{Name}";
}
