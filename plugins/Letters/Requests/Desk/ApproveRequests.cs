using SmartKampung.Letters.Office;
using SmartKampung.Letters.Requests.Steps;
using SmartKampung.Letters.Types;

namespace SmartKampung.Letters.Requests.Desk;

/// <summary>Passes on all that were ticked and wait for an approval of the reader's role; others stay as they are.</summary>
static class ApproveRequests
{
    public static async Task<Page> Approve(Form<Selection> form, DeskRequests requests, DeskRights rights, WorkingHours hours, TimeProvider clock, CancellationToken stop)
    {
        if (!form.IsValid) return Page.SeeOther(Inbox.Path, "desk.none_selected");
        var approved = 0;
        foreach (var id in form.Value.Selected.Distinct().Take(ClaimRequests.Most))
            if (await requests.FindAsync(id, stop) is { } request && rights.MayTake(request) && request.Present()!.Kind == StepKind.Approve
                && await requests.SaveAsync(request.Take(RequestAct.Approved, rights.ActorOf(request), clock.GetUtcNow(), hours), stop) is not null)
                approved++;
        return Page.SeeOther(Inbox.Path, approved > 0 ? "desk.approved_many" : "desk.none_approved");
    }
}
