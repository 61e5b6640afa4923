using SmartKampung.Letters.Requests.Telling;

namespace SmartKampung.Letters.Requests.Desk;

/// <summary>An e-mail that failed for good is told by a WhatsApp link instead.</summary>
static class TellOtherwise
{
    public static async Task<Page> Tell(Guid id, Form<ToldAgain> form, DeskRequests requests, TellResident tell, IDocumentSession session, CancellationToken stop)
    {
        if (!form.IsValid || await requests.FindAsync(id, stop) is not { } request || await session.LoadAsync<RequestMessage>(form.Value.Message, stop) is not { } failed || failed.Request != id) return Page.NotFound();
        if (!tell.TellByWhatsApp(request, failed.About)) return Page.SeeOther(request.DeskPath(), "desk.no_phone");
        await session.SaveChangesAsync(stop);
        return Page.SeeOther(request.DeskPath());
    }
}

sealed record ToldAgain(Guid Message);
