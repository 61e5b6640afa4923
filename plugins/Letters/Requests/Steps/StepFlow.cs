using SmartKampung.Letters.Office;
using SmartKampung.Letters.Types;

namespace SmartKampung.Letters.Requests.Steps;

/// <summary>How a request moves. The steps of its type are data; these are the rules over them.</summary>
static class StepFlow
{
    /// <summary>The step that waits, or null.</summary>
    public static LetterStep? Present(this LetterRequest request) =>
        request.State == RequestState.Waiting && request.Step < request.Type.Steps.Count ? request.Type.Steps[request.Step] : null;

    public static bool IsLate(this LetterRequest request, DateTimeOffset now) => request.State == RequestState.Waiting && request.StepDueAt <= now;

    /// <summary>Whether somebody with these roles may take the step that waits: it is their role's, or late and their role's then.</summary>
    public static bool MayTake(this LetterRequest request, IReadOnlyCollection<string> roles, DateTimeOffset now) =>
        request.Present() is { } step && (roles.Contains(step.Role) || (step.EscalatesTo.Length > 0 && (request.EscalatedTo.Length > 0 || request.IsLate(now)) && roles.Contains(step.EscalatesTo)));

    /// <summary>The role in which they take it.</summary>
    public static string RoleOf(this LetterRequest request, IReadOnlyCollection<string> roles) =>
        request.Present() is { } step ? roles.Contains(step.Role) ? step.Role : step.EscalatesTo : "";

    /// <summary>It is sent, for the first time or after being asked back: by the resident, or by staff at the counter.</summary>
    public static LetterRequest Send(this LetterRequest request, DateTimeOffset now, WorkingHours hours, Actor? by = null)
    {
        var isFirst = request.State == RequestState.Draft;
        var sent = request with { Answers = request.Sent(), AskedBack = [], AskedAt = request.AskedAt ?? now, PromisedAt = request.PromisedFrom(now, hours) };
        sent = sent.Note(isFirst ? RequestAct.Asked : RequestAct.Answered, by ?? new(request.Account, request.Contact.Name, Roles.Resident), now, step: -1);
        return sent.Enter(isFirst ? 0 : request.Step, now, hours);
    }

    /// <summary>By when it is ready if it is sent now.</summary>
    public static DateTimeOffset PromisedFrom(this LetterRequest request, DateTimeOffset now, WorkingHours hours) =>
        request is { PromisedAt: { } promised, State: RequestState.AskedBack } && request.History.LastOrDefault(act => act.What is RequestAct.AskedBack) is { } asked
            ? hours.After(promised, hours.Between(asked.At, now))
            : hours.After(request.AskedAt ?? now, request.Type.PromisedHours);

    /// <summary>Whether no step comes after the present one.</summary>
    public static bool IsAtLastStep(this LetterRequest request) => request.StepFrom(request.Step + 1) >= request.Type.Steps.Count;

    /// <summary>The present step is taken: passed on, signed or endorsed.</summary>
    public static LetterRequest Take(this LetterRequest request, RequestAct act, Actor actor, DateTimeOffset now, WorkingHours hours, string reason = "") =>
        request.Note(act, actor, now, request.Step, reason).Enter(request.Step + 1, now, hours);

    /// <summary>The resident is asked for some of it again; the step waits for them.</summary>
    public static LetterRequest AskBack(this LetterRequest request, IReadOnlyList<string> keys, Actor actor, DateTimeOffset now, string reason) =>
        request.Note(RequestAct.AskedBack, actor, now, request.Step, reason) with { State = RequestState.AskedBack, AskedBack = keys, WaitsFor = "", EscalatedTo = "", StepDueAt = null, ChangedAt = now };

    public static LetterRequest Reject(this LetterRequest request, Actor actor, DateTimeOffset now, string reason) =>
        request.Note(RequestAct.Rejected, actor, now, request.Step, reason).End(RequestState.Rejected, now);

    public static LetterRequest Withdraw(this LetterRequest request, DateTimeOffset now) =>
        request.Note(RequestAct.Withdrawn, new(request.Account, request.Contact.Name, Roles.Resident), now, step: -1).End(RequestState.Withdrawn, now);

    /// <summary>The step is late: another role may take it too.</summary>
    public static LetterRequest Escalate(this LetterRequest request, DateTimeOffset now) => request.Present() is { EscalatesTo.Length: > 0 } step
        ? request.Note(RequestAct.Escalated, new(null, "", step.EscalatesTo), now, request.Step) with { EscalatedTo = step.EscalatesTo }
        : request;

    /// <summary>Goes back to an earlier step.</summary>
    public static LetterRequest Return(this LetterRequest request, int step, Actor actor, DateTimeOffset now, WorkingHours hours, string reason) =>
        request.Note(RequestAct.Forwarded, actor, now, request.Step, reason).Enter(step, now, hours);

    /// <summary>The role that takes it when it is late may take it at once.</summary>
    public static LetterRequest Hand(this LetterRequest request, string role, Actor actor, DateTimeOffset now, string reason) =>
        request.Note(RequestAct.Forwarded, actor, now, request.Step, reason) with { EscalatedTo = role, ClaimedBy = null };

    /// <summary>Waits for a step; past the last one it is done. A step of a part of the village that nobody is known to live in is left out.</summary>
    static LetterRequest Enter(this LetterRequest request, int from, DateTimeOffset now, WorkingHours hours)
    {
        var step = request.StepFrom(from);
        if (step >= request.Type.Steps.Count) return request.End(RequestState.Done, now) with { Step = step };
        var next = request.Type.Steps[step];
        return request with
        {
            State = RequestState.Waiting,
            Step = step,
            WaitsFor = next.Role,
            EscalatedTo = "",
            StepDueAt = hours.After(now, next.DueHours),
            ClaimedBy = null,
            ChangedAt = now,
        };
    }

    static int StepFrom(this LetterRequest request, int step)
    {
        while (step < request.Type.Steps.Count && !request.HasPlaceFor(request.Type.Steps[step])) step++;
        return step;
    }

    static bool HasPlaceFor(this LetterRequest request, LetterStep step) => step.Territory switch
    {
        StepTerritory.NeighborhoodUnit => request.Place?.RtNumber is not null,
        StepTerritory.CommunityUnit => request.Place?.RwNumber is not null,
        StepTerritory.Hamlet => request.Place?.Hamlet is not null,
        _ => true,
    };

    static LetterRequest End(this LetterRequest request, RequestState state, DateTimeOffset now) =>
        request with { State = state, WaitsFor = "", EscalatedTo = "", StepDueAt = null, ClaimedBy = null, AskedBack = [], ChangedAt = now, DoneAt = now };

    static LetterRequest Note(this LetterRequest request, RequestAct act, Actor actor, DateTimeOffset now, int step, string reason = "") =>
        request with { History = [.. request.History, new(act, now, step, actor.Role, actor.Account, actor.Name, reason)], ChangedAt = now };
}

/// <summary>Who acts, in which role.</summary>
sealed record Actor(Guid? Account, string Name, string Role);
