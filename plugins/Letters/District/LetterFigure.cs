using SmartKampung.Letters.Requests;

namespace SmartKampung.Letters.District;

/// <summary>What is counted of a request by district and regency: where it stands and when it was decided on, nothing of whom it is about.</summary>
public sealed record LetterFigure : Document
{
    /// <summary>The village's code.</summary>
    public required string Village { get; init; }

    /// <summary>The code of its district.</summary>
    public required string District { get; init; }

    /// <summary>Whether somebody is to go on with it: staff, or the resident who was asked back.</summary>
    public bool IsOpen { get; init; }

    /// <summary>When its present step is late.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The day of the last signature, by the village's clock.</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>Whether that was by when it was promised.</summary>
    public bool WasInTime { get; init; }

    /// <summary>The day of the district's last decision on it.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>Whether the district endorsed it, by which its number came to use.</summary>
    public bool IsEndorsed { get; init; }

    /// <summary>The figure of a request; none of a draft.</summary>
    public static LetterFigure? Of(LetterRequest request, Village village) => request.State == RequestState.Draft ? null : new()
    {
        Id = request.Id,
        Village = village.Code,
        District = village.District.Code,
        IsOpen = request.State is RequestState.Waiting or RequestState.AskedBack,
        DueAt = request.StepDueAt,
        DoneOn = request.State == RequestState.Done ? DayOf(request.DoneAt, village) : null,
        WasInTime = request.DoneAt <= (request.PromisedAt ?? request.AskedAt + TimeSpan.FromHours(request.Type.PromisedHours)),
        IsEndorsed = request.History.Any(step => step.What is RequestAct.Endorsed && DistrictRoles.Contains(step.Role)),
        DecidedOn = DayOf(request.History.LastOrDefault(IsDecisionOfDistrict)?.At, village),
    };

    static bool IsDecisionOfDistrict(StepTaken step) =>
        step.What is RequestAct.Approved or RequestAct.Signed or RequestAct.Endorsed or RequestAct.Rejected && DistrictRoles.Contains(step.Role);

    static DateOnly? DayOf(DateTimeOffset? at, Village village) => at is { } moment ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, village.TimeZone).DateTime) : null;
}
