using SmartKampung.Letters.Issued;

namespace SmartKampung.Letters.Requests.Desk;

/// <summary>Who took the print is written down, once.</summary>
static class CollectLetter
{
    public static async Task<Page> Collect(Guid id, Form<Collected> form, DeskRequests requests, IDocumentSession session, TimeProvider clock, CancellationToken stop)
    {
        if (await requests.FindAsync(id, stop) is not { Letter: { } letterId } request || await session.LoadAsync<Letter>(letterId, stop) is not { } letter) return Page.NotFound();
        if (!form.IsValid || letter.CollectedAt is not null) return Page.SeeOther(request.DeskPath(), form.IsValid ? "desk.moved_on" : "desk.collector_missing");
        session.Store(letter with { CollectedBy = form.Value.Collector, CollectedAt = clock.GetUtcNow() });
        try
        {
            await session.SaveChangesAsync(stop);
        }
        catch (ConcurrencyException)
        {
            return DecideRequest.MovedOn(request);
        }

        return Page.SeeOther(request.DeskPath(), "desk.collected");
    }
}

sealed record Collected([Required, StringLength(100)] string Collector);
