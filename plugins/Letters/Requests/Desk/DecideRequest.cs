using SmartKampung.Letters.Office;
using SmartKampung.Letters.Requests.Steps;
using SmartKampung.Letters.Requests.Telling;
using SmartKampung.Letters.Types;

namespace SmartKampung.Letters.Requests.Desk;

/// <summary>The step that waits is decided by whoever has its role: passed on, sent back for something, or refused; what was signed is neither asked back nor refused. Where somebody was faster, what is new is shown first.</summary>
static class DecideRequest
{
    public static async Task<Page> Approve(Guid id, Form<Decision> form, DeskRequests requests, DeskRights rights, WorkingHours hours, TimeProvider clock, CancellationToken stop)
    {
        if (!form.IsValid || await requests.FindAsync(id, stop) is not { } request) return Page.NotFound();
        if (!IsAsSeen(request, form.Value) || !rights.MayTake(request) || request.Present()!.Kind != StepKind.Approve) return MovedOn(request);
        var approved = request.Take(RequestAct.Approved, rights.ActorOf(request), clock.GetUtcNow(), hours);
        return await requests.SaveAsync(approved, stop) is null ? MovedOn(request) : Page.SeeOther(Inbox.Path, "desk.approved");
    }

    public static async Task<Page> AskBack(
        Guid id, Form<Decision> form, DeskRequests requests, DeskRights rights, IEvents events, IDocumentSession session, INotifications notifications, ITexts texts, WorkingHours hours, TimeProvider clock, CancellationToken stop)
    {
        if (await requests.FindAsync(id, stop) is not { } request) return Page.NotFound();
        var known = request.AskedFields().Select(field => field.Key).Concat(request.AskedDocuments().Select(document => document.Key)).ToHashSet();
        if (form.IsValid && request.Channel == Channel.Counter) form.AddError("", texts["desk.counter_asks"]);
        if (form.IsValid && !form.Value.Keys.Any(known.Contains)) form.AddError("keys", texts["wrong.keys"]);
        if (form.IsValid && form.Value.Reason.Length == 0) form.AddError("reason", texts["wrong.reason"]);
        if (!form.IsValid) return await OpenRequest.ViewAsync(request, form, rights, session, notifications, texts, hours, clock, stop);
        if (!IsAsSeen(request, form.Value) || !rights.MayTake(request) || request.Letter is not null) return MovedOn(request);
        var asked = request.AskBack([.. form.Value.Keys.Where(known.Contains)], rights.ActorOf(request), clock.GetUtcNow(), form.Value.Reason);
        events.Publish(new RequestMoved(id, RequestMoved.AskedBack));
        return await requests.SaveAsync(asked, stop) is null ? MovedOn(request) : Page.SeeOther(Inbox.Path, "desk.asked_back");
    }

    public static async Task<Page> Reject(
        Guid id, Form<Decision> form, DeskRequests requests, DeskRights rights, IEvents events, IDocumentSession session, INotifications notifications, ITexts texts, WorkingHours hours, TimeProvider clock, CancellationToken stop)
    {
        if (await requests.FindAsync(id, stop) is not { } request) return Page.NotFound();
        if (form.IsValid && form.Value.Reason.Length == 0) form.AddError("reason", texts["wrong.reason"]);
        if (!form.IsValid) return await OpenRequest.ViewAsync(request, form, rights, session, notifications, texts, hours, clock, stop);
        if (!IsAsSeen(request, form.Value) || !rights.MayTake(request) || request.Letter is not null) return MovedOn(request);
        var rejected = request.Reject(rights.ActorOf(request), clock.GetUtcNow(), form.Value.Reason);
        events.Publish(new RequestMoved(id, RequestMoved.Rejected));
        return await requests.SaveAsync(rejected, stop) is null ? MovedOn(request) : Page.SeeOther(Inbox.Path, "desk.rejected");
    }

    /// <summary>Whether it is still at the step that the reader saw.</summary>
    static bool IsAsSeen(LetterRequest request, Decision seen) => request.Version == seen.Version;

    public static Page MovedOn(LetterRequest request) => Page.SeeOther(request.DeskPath(), "desk.moved_on");
}

/// <summary>What is decided, and the version of the request that was looked at.</summary>
sealed record Decision
{
    [StringLength(500), Display(Name = "desk.reason")]
    public string Reason { get; init; } = "";

    /// <summary>What is asked back for.</summary>
    public List<string> Keys { get; init; } = [];

    public int Version { get; init; }
}
