using SmartKampung.Letters.Types;

namespace SmartKampung.Letters.Requests.Following;

/// <summary>A step of a letter's way: what is done, what is now, what comes.</summary>
/// <param name="Kind">The step's kind, or asked and ready for its ends.</param>
/// <param name="Role">Who takes it.</param>
/// <param name="Taken">What was done in it, in order.</param>
/// <param name="State">done, now or ahead.</param>
/// <param name="Place">The part of the village whose holder of the role is asked.</param>
sealed record StatusStep(string Kind, string Role, IReadOnlyList<StepTaken> Taken, string State, string Place)
{
    public static IReadOnlyList<StatusStep> Of(LetterRequest request)
    {
        var steps = request.Type.Steps.Select((step, at) => Of(request, step, at));
        return
        [
            new("asked", "", [.. request.History.Where(taken => taken.What == RequestAct.Asked)], "done", ""),
            .. steps,
            new(EndOf(request), "", [], request.State == RequestState.Done ? "done" : "ahead", ""),
        ];
    }

    /// <summary>What was asked back and answered stands in the step that asked.</summary>
    static StatusStep Of(LetterRequest request, LetterStep step, int at)
    {
        var state = at < request.Step ? "done" : at == request.Step && request.State is RequestState.Waiting or RequestState.AskedBack ? "now" : "ahead";
        return new(step.Kind.ToString().ToLowerInvariant(), step.Role, TakenIn(request, at), at > request.Step ? "ahead" : state, PlaceOf(request, step));
    }

    static List<StepTaken> TakenIn(LetterRequest request, int at)
    {
        var (taken, within) = (new List<StepTaken>(), -1);
        foreach (var act in request.History.Where(act => act.What is not (RequestAct.Asked or RequestAct.Withdrawn)))
        {
            if (act.Step >= 0) within = act.Step;
            if (within == at) taken.Add(act);
        }

        return taken;
    }

    static string PlaceOf(LetterRequest request, LetterStep step) => step.Territory switch
    {
        StepTerritory.NeighborhoodUnit => request.Place?.RtNumber ?? "",
        StepTerritory.CommunityUnit => request.Place?.RwNumber ?? "",
        StepTerritory.Hamlet => request.Place?.Hamlet ?? "",
        _ => "",
    };

    static string EndOf(LetterRequest request) => request.Type.NeedsWetInk || request.Type.NeedsDutyStamp ? "collect" : "ready";
}
