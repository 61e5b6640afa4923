namespace SmartKampung.Letters.Issued.Registers;

/// <summary>How a register counts and writes its numbers.</summary>
abstract record Numbering : Document
{
    /// <summary>See <see cref="NumberFormat"/>.</summary>
    public required string Format { get; init; }

    public RegisterReset Reset { get; init; }

    /// <summary>The first number of <see cref="StartPeriod"/>, where an office comes over from its book in the middle of it; other periods begin with 1.</summary>
    public int Start { get; init; } = 1;

    /// <summary>The period of <see cref="Start"/>, see <see cref="PeriodOf"/>.</summary>
    public int StartPeriod { get; init; }

    /// <summary>The year that a number belongs to, by the office's own calendar; 0 where the numbers never begin again.</summary>
    public int PeriodOf(DateOnly on) => Reset is RegisterReset.Yearly ? on.Year : 0;

    public int FirstOf(int period) => period == StartPeriod ? Start : 1;
}

enum RegisterReset
{
    Yearly,
    Never,
}
