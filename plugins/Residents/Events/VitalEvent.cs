using SmartKampung.Residents.People;
using SmartKampung.Residents.Statistics;

namespace SmartKampung.Residents.Events;

/// <summary>Something that changed who lives in the village, or what they are, with its evidence. What it did to the record stands in the record's history.</summary>
sealed record VitalEvent : Document
{
    public VitalKind Kind { get; init; }

    /// <summary>The day that it happened.</summary>
    public DateOnly On { get; init; }

    /// <summary>Its month, see <see cref="PopulationFlow.NumberOf"/>.</summary>
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

    /// <summary>What was entered with it at once, such as the departure of all of a family.</summary>
    public Guid Entry { get; init; }

    /// <summary>The version of the record that it left behind; 0 where that is not known.</summary>
    public int RecordVersion { get; init; }

    /// <summary>What it changed in the record; nothing where the record came with it.</summary>
    public IReadOnlyList<ChangedField> Fields { get; init; } = [];

    /// <summary>The family that came with it, or null.</summary>
    public Guid? NewFamily { get; init; }

    /// <summary>Null as long as it stands.</summary>
    public TakenBack? TakenBack { get; init; }

    public bool IsOfNewRecord => Kind == VitalKind.Birth || (Kind == VitalKind.Arrival && Fields.Count == 0);
}

/// <summary>An event was entered by mistake: who took it back, and why.</summary>
sealed record TakenBack(DateTimeOffset At, Guid? Person, string By, string Reason);

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

    /// <summary>As what the monthly report counts it.</summary>
    public static FlowKind FlowOf(VitalKind kind) => kind switch
    {
        VitalKind.Birth => FlowKind.Birth,
        VitalKind.Death => FlowKind.Death,
        VitalKind.Arrival => FlowKind.Arrival,
        VitalKind.Departure => FlowKind.Departure,
        _ => FlowKind.Other,
    };

    public static string KeyOf(VitalKind kind) => $"event.{kind.ToString().ToLowerInvariant()}";
}
