namespace SmartKampung.Letters.Issued.Registers;

/// <summary>A register of numbers, as the village keeps it on paper: what goes into it, and how its numbers are written.</summary>
sealed record NumberRegister : Document
{
    public required string Name { get; init; }

    public RegisterScope Scope { get; init; }

    /// <summary>For <see cref="RegisterScope.Classes"/> the beginnings of codes, for <see cref="RegisterScope.Types"/> the slugs.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    public RegisterReset Reset { get; init; }

    /// <summary>See <see cref="NumberFormat"/>.</summary>
    public required string Format { get; init; }

    /// <summary>The first number of <see cref="StartPeriod"/>, where a village comes over from its book in the middle of it; other periods begin with 1.</summary>
    public int Start { get; init; } = 1;

    /// <summary>The period of <see cref="Start"/>, see <see cref="PeriodOf"/>.</summary>
    public int StartPeriod { get; init; }

    /// <summary>Whether it takes no new numbers any more.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The year that a number belongs to, by the village's own calendar; 0 where the numbers never begin again.</summary>
    public int PeriodOf(DateOnly on) => Reset is RegisterReset.Yearly ? on.Year : 0;

    public int FirstOf(int period) => period == StartPeriod ? Start : 1;
}

/// <summary>What goes into a register.</summary>
enum RegisterScope
{
    All,
    Classes,
    Types,
}

enum RegisterReset
{
    Yearly,
    Never,
}
