namespace SmartKampung.Residents.Events;

/// <summary>Something that changed who lives in the village, or what they are, with its evidence. What it did to the record stands in the record's history.</summary>
sealed record VitalEvent : Document
{
    public VitalKind Kind { get; init; }

    /// <summary>The day that it happened.</summary>
    public DateOnly On { get; init; }

    /// <summary>Its month, see <see cref="Statistics.PopulationFlow.NumberOf"/>.</summary>
    public int Month { get; init; }

    public required Guid Resident { get; init; }

    /// <summary>The resident's name, as it was.</summary>
    public string Name { get; init; } = "";

    public Territory? Place { get; init; }

    /// <summary>The number of the certificate or letter that tells it.</summary>
    public string Evidence { get; init; } = "";

    public string Note { get; init; } = "";

    public DateTimeOffset At { get; init; }

    /// <summary>The account of who entered it.</summary>
    public Guid? Person { get; init; }

    /// <summary>The name of who entered it, as it was.</summary>
    public string By { get; init; } = "";
}

enum VitalKind
{
    Birth,
    Death,
    Arrival,
    Departure,

    /// <summary>Somebody leaves a family and heads one of their own.</summary>
    Split,

    /// <summary>What a certificate or decree changed, such as a marriage.</summary>
    DataChange,
}

/// <summary>The kinds as addresses name them.</summary>
static class VitalKinds
{
    static readonly (string Slug, VitalKind Kind)[] All =
    [
        ("lahir", VitalKind.Birth), ("mati", VitalKind.Death), ("datang", VitalKind.Arrival), ("pindah", VitalKind.Departure), ("pisah", VitalKind.Split), ("ubah", VitalKind.DataChange),
    ];

    public static VitalKind? Find(string slug) => All.Where(one => one.Slug == slug).Select(one => (VitalKind?)one.Kind).FirstOrDefault();

    public static string KeyOf(VitalKind kind) => $"event.{kind.ToString().ToLowerInvariant()}";
}
