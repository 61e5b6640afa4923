using SmartKampung.Letters.Requests;

namespace SmartKampung.Letters.Issued.Signing;

/// <summary>A request whose present step was taken by a signature.</summary>
static class StepPassed
{
    public static LetterRequest After(LetterRequest request, StepTaken taken)
    {
        var next = request.Step + 1;
        var passed = request with { Step = next, History = [.. request.History, taken], ChangedAt = taken.At, ClaimedBy = null };
        return next < request.Type.Steps.Count
            ? passed with { WaitsFor = request.Type.Steps[next].Role, StepDueAt = taken.At.AddHours(request.Type.Steps[next].DueHours) }
            : passed with { State = RequestState.Done, WaitsFor = "", StepDueAt = null, DoneAt = taken.At };
    }
}
