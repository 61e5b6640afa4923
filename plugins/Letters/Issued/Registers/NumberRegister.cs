namespace SmartKampung.Letters.Issued.Registers;

/// <summary>A register of numbers, as the village keeps it on paper: what goes into it.</summary>
sealed record NumberRegister : Numbering
{
    public required string Name { get; init; }

    public RegisterUse Use { get; init; }

    public RegisterScope Scope { get; init; }

    /// <summary>For <see cref="RegisterScope.Classes"/> the beginnings of codes, for <see cref="RegisterScope.Types"/> the slugs.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>Whether it takes no new numbers any more.</summary>
    public bool IsClosed { get; init; }

    public bool IsOpen => Use is RegisterUse.Letters && !IsClosed;
}

/// <summary>Whose numbers they are.</summary>
enum RegisterUse
{
    /// <summary>The village's own letters.</summary>
    Letters,

    /// <summary>What the district endorsed while villages kept its numbers; it keeps them itself now, and their books stay.</summary>
    Endorsements,
}

/// <summary>What goes into a register.</summary>
enum RegisterScope
{
    All,
    Classes,
    Types,
}
