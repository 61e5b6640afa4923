namespace SmartKampung.Tests.Host.Storage;

public enum Mood
{
    Calm,
    Glad,
    Proud,
}

public sealed record Coordinates(double Latitude, double Longitude);

public sealed record Place
{
    public string? Name { get; init; }

    public Coordinates? At { get; init; }
}

/// <summary>One property of each kind that can be stored.</summary>
public sealed record Rich : Document
{
    public string Text { get; init; } = "";

    public string? Note { get; init; }

    public bool Flag { get; init; }

    public bool? Answer { get; init; }

    public byte Small { get; init; }

    public int Number { get; init; }

    public int? Maybe { get; init; }

    public long Large { get; init; }

    public ulong Huge { get; init; }

    public double Measure { get; init; }

    public float Rough { get; init; }

    public decimal Money { get; init; }

    public Guid Key { get; init; }

    public Mood Mood { get; init; }

    public Mood? LastMood { get; init; }

    public DateOnly Day { get; init; }

    public TimeOnly Hour { get; init; }

    public TimeSpan Span { get; init; }

    public DateTimeOffset Moment { get; init; }

    public DateTimeOffset? Until { get; init; }

    public Place? Place { get; init; }

    public List<string> Tags { get; init; } = [];

    public IReadOnlyList<int> Scores { get; init; } = [];

    public List<Place> Places { get; init; } = [];

    public Dictionary<string, string> Words { get; init; } = [];

    public string Shout => Text + "!";
}

public sealed record Counter : Document
{
    public int Count { get; init; }
}

public sealed record Citizen : Document
{
    public required string Number { get; init; }

    public string? Email { get; init; }

    public int House { get; init; }
}
