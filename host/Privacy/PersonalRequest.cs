using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Privacy;

/// <summary>That somebody asks for their data to be put right or erased, and what became of it.</summary>
sealed record PersonalRequest : Document, IScoped
{
    /// <summary>
    /// UU 27/2022 gives 3 × 24 hours to put data right (article 30), to show them (32) and to end what a withdrawn consent allowed (40).
    /// For an erasure (43) it names no hours, and none longer is taken here; the person is told of it (45).
    /// </summary>
    public static readonly TimeSpan TimeToAnswer = TimeSpan.FromHours(72);

    public required Guid AccountId { get; init; }

    /// <summary>What they were called when they asked.</summary>
    public required string Name { get; init; }

    /// <summary>Whose data it is about: a village's, or the regency's.</summary>
    public required string Scope { get; init; }

    public required RequestKind Kind { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public RequestState State { get; init; }

    /// <summary>What staff say to it.</summary>
    public string Answer { get; init; } = "";

    public DateTimeOffset? AnsweredAt { get; init; }

    public Guid? AnsweredBy { get; init; }

    /// <summary>How many documents of modules were blanked or deleted.</summary>
    public int Erased { get; init; }

    /// <summary>Keeps a person from asking the same twice before the answer; null once it is answered.</summary>
    public string? OpenKey { get; init; }

    public DateTimeOffset DueAt => MadeAt + TimeToAnswer;

    /// <summary>Whether staff have anything to do.</summary>
    public bool IsOpen => State is RequestState.Waiting or RequestState.Erasing;

    public static string KeyOf(Guid account, string scope, RequestKind kind) => $"{account}/{scope}/{kind}";
}

enum RequestKind
{
    Correction,
    Erasure,
}

enum RequestState
{
    Waiting,

    /// <summary>Granted, and being erased; what was interrupted goes on when staff press again.</summary>
    Erasing,

    Granted,
    Refused,
}
