using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Privacy;

/// <summary>
/// Answers a request. A granted erasure is noted first, then carried out, then told: one that a kill or a module stopped half-way is
/// seen as such, and goes on when staff press again.
/// </summary>
static class AnswerRequest
{
    public static async Task<Page> HandleAsync(
        Guid id, Form<RequestAnswer> form, HttpContext context, PersonalRequests requests, ModulePersonalData data, TellAnswers tell, TextLibrary library, TimeProvider clock, CancellationToken stop)
    {
        var (scope, texts) = (ScopeOfRequest.Of(context), library.For(PageOwner.Host.Id, context));
        if (await requests.FindAsync(id, scope, stop) is not { } request) return Page.NotFound();
        if (form.IsValid && !Characters.AreText(form.Value.Answer)) form.AddError(nameof(RequestAnswer.Answer), texts["validation.characters"]);
        if (form.IsValid && !IsPossible(request, form.Value)) form.AddError("", texts["privacy.answered_before"]);
        if (!form.IsValid) return await ManageRequests.ViewAsync(request, form, context, data, stop);
        var answered = await requests.SaveAsync(Answered(request, form.Value, SignedIn.Of(context)?.Account.Id, clock), stop);
        if (answered is { State: RequestState.Erasing }) answered = await TryEraseAsync(answered, scope, requests, data, stop);
        if (answered is { IsOpen: false })
        {
            tell.Tell(answered);
            return Page.SeeOther(ManageRequests.Path, message: "privacy.answered");
        }

        form.AddError("", texts[answered is null ? "privacy.answered_before" : "privacy.not_erased"]);
        return await ManageRequests.ViewAsync(answered ?? request, form, context, data, stop);
    }

    /// <summary>What is being erased can't be refused any more.</summary>
    static bool IsPossible(PersonalRequest request, RequestAnswer typed) =>
        request.State is RequestState.Waiting || (request.State is RequestState.Erasing && typed.Decision is Decision.Grant);

    static PersonalRequest Answered(PersonalRequest request, RequestAnswer typed, Guid? by, TimeProvider clock)
    {
        var state = typed.Decision is Decision.Refuse ? RequestState.Refused : request.Kind is RequestKind.Erasure ? RequestState.Erasing : RequestState.Granted;
        return request with
        {
            State = state,
            Answer = typed.Answer,
            AnsweredAt = clock.GetUtcNow(),
            AnsweredBy = by,
            OpenKey = state is RequestState.Erasing ? request.OpenKey : null,
        };
    }

    /// <summary>The request as it is now: carried out, or still to be.</summary>
    static async Task<PersonalRequest?> TryEraseAsync(PersonalRequest request, Scope scope, PersonalRequests requests, ModulePersonalData data, CancellationToken stop)
    {
        try
        {
            var erased = await data.EraseAsync(request.AccountId, scope, stop);
            return await requests.SaveAsync(request with { State = RequestState.Granted, Erased = request.Erased + erased, OpenKey = null }, stop);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or StorageUnavailableException))
        {
            return request;
        }
    }
}
