using SmartKampung.Letters.Requests.Documents;
using SmartKampung.Letters.Requests.Steps;

namespace SmartKampung.Letters.Requests.Following;

/// <summary>The resident takes it back before it is signed; a draft is thrown away.</summary>
static class WithdrawRequest
{
    public static async Task<Page> Withdraw(Guid id, Form<Nothing> form, OwnRequests own, RequestFiles files, IDocumentSession session, TimeProvider clock, CancellationToken stop)
    {
        if (!form.IsValid || await own.FindAsync(id, stop) is not { } request) return Page.NotFound();
        if (request.State is not (RequestState.Draft or RequestState.Waiting or RequestState.AskedBack) || request.Letter is not null) return Page.SeeOther(request.Path(), "request.moved_on");
        foreach (var attachment in request.Attachments) files.Remove(attachment);
        if (request.State == RequestState.Draft) session.Delete(request);
        else session.Store(request.Withdraw(clock.GetUtcNow()) with { Attachments = [] });
        try
        {
            await session.SaveChangesAsync(stop);
        }
        catch (ConcurrencyException)
        {
            return Page.SeeOther(request.Path(), "request.moved_on");
        }

        return Page.SeeOther(RequestPaths.Own, request.State == RequestState.Draft ? "request.thrown_away" : "request.withdrawn");
    }
}
