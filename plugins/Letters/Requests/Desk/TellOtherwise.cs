using SmartKampung.Letters.Requests.Telling;

namespace SmartKampung.Letters.Requests.Desk;

/// <summary>An e-mail that failed for good is told by a WhatsApp link instead.</summary>
static class TellOtherwise
{
    public static async Task<Page> Tell(Guid id, Form<ToldAgain> form, DeskRequests requests, IEvents events, IDocumentSession session, CancellationToken stop)
    {
        if (!form.IsValid || await requests.FindAsync(id, stop) is not { } request || await session.LoadAsync<RequestMessage>(form.Value.Message, stop) is not { } failed || failed.Request != id) return Page.NotFound();
        if (request.Contact.Phone.Length == 0) return Page.SeeOther(request.DeskPath(), "desk.no_phone");
        events.Publish(new RequestMoved(id, failed.About, ByWhatsApp: true));
        await session.SaveChangesAsync(stop);
        return Page.SeeOther(request.DeskPath(), "told.in_a_moment");
    }
}

sealed record ToldAgain(Guid Message);
