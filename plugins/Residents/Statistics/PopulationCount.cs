namespace SmartKampung.Residents.Statistics;

/// <summary>How many live in an RT, by what the statistics tell them apart. It moves with each record, so that no figure needs the register to be read.</summary>
sealed record PopulationCount : Document
{
    /// <summary>The RT; null for people whose place is not known.</summary>
    public Territory? Place { get; init; }

    public IReadOnlyList<Tally> Tallies { get; init; } = [];

    /// <summary>The day numbers of the men's births, since ages change without anybody writing; 0 where it is not known.</summary>
    public IReadOnlyList<int> MenBorn { get; init; } = [];

    /// <summary>The same of the women.</summary>
    public IReadOnlyList<int> WomenBorn { get; init; } = [];
}

/// <summary>How many say the same in one respect.</summary>
/// <param name="Of">The respect.</param>
/// <param name="Value">What they say; empty where it is not known.</param>
/// <param name="Men">Of them men.</param>
/// <param name="Women">Of them women.</param>
sealed record Tally(Respect Of, string Value, int Men, int Women);

/// <summary>What people are counted by.</summary>
enum Respect
{
    Education,
    Occupation,
    Religion,
    MaritalStatus,
    BloodGroup,

    /// <summary>Everybody has one, so that its sum is all.</summary>
    Nationality,

    /// <summary>The heads of families alone.</summary>
    FamilyHead,
}

/// <summary>What a month changed in an RT, in people more or fewer.</summary>
sealed record PopulationFlow : Document
{
    public Territory? Place { get; init; }

    /// <summary>The month, see <see cref="NumberOf"/>.</summary>
    public int Month { get; init; }

    public IReadOnlyList<Flow> Flows { get; init; } = [];

    /// <summary>Months counted on, so that a range of them is a range of numbers.</summary>
    public static int NumberOf(DateOnly day) => (day.Year * 12) + day.Month - 1;
}

/// <summary>What one kind of event changed.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="MaleCitizens">Men with Indonesian nationality, more or fewer.</param>
/// <param name="FemaleCitizens">Women with Indonesian nationality.</param>
/// <param name="MaleForeigners">Men with another nationality.</param>
/// <param name="FemaleForeigners">Women with another nationality.</param>
sealed record Flow(FlowKind Kind, int MaleCitizens, int FemaleCitizens, int MaleForeigners, int FemaleForeigners)
{
    public static Flow None(FlowKind kind) => new(kind, 0, 0, 0, 0);

    public static Flow operator +(Flow left, Flow right) => left with
    {
        MaleCitizens = left.MaleCitizens + right.MaleCitizens,
        FemaleCitizens = left.FemaleCitizens + right.FemaleCitizens,
        MaleForeigners = left.MaleForeigners + right.MaleForeigners,
        FemaleForeigners = left.FemaleForeigners + right.FemaleForeigners,
    };

    public static Flow operator -(Flow flow) => flow with
    {
        MaleCitizens = -flow.MaleCitizens, FemaleCitizens = -flow.FemaleCitizens, MaleForeigners = -flow.MaleForeigners, FemaleForeigners = -flow.FemaleForeigners,
    };
}

/// <summary>As what the monthly report counts a change.</summary>
enum FlowKind
{
    Birth,
    Death,
    Arrival,
    Departure,

    /// <summary>Whatever else changes who is counted: people entered or imported who lived here before, corrections, moves within the village.</summary>
    Other,
}
