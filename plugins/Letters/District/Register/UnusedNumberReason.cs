using SmartKampung.Letters.Requests;

namespace SmartKampung.Letters.District.Register;

/// <summary>Why a signed letter ended before the district endorsed it, under the id of its request: what explains the number that it may have had by then.</summary>
public sealed record UnusedNumberReason : Document
{
    /// <summary>As it was typed in the village.</summary>
    public required string Text { get; init; }

    /// <summary>The reason of a request; none where no letter came of it, or it did not end this way.</summary>
    public static UnusedNumberReason? Of(LetterRequest request, Village village) =>
        request is { State: RequestState.Rejected, Letter: not null } && request.History.LastOrDefault(taken => taken.What is RequestAct.Rejected) is { } rejected
            ? new() { Id = request.Id, Text = rejected.Reason }
            : null;
}
