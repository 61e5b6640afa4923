using SmartKampung.Letters.Requests;

namespace SmartKampung.Letters.Issued.Serving;

/// <summary>One question after the letter was had: how was it?</summary>
static class RateService
{
    public static async Task<Page> Show(Guid id, IDocumentSession session, OwnRequests own, CancellationToken stop) =>
        await FindAsync(id, session, own, stop) is { } letter ? View(letter, Form.Empty<Rated>()) : Page.NotFound();

    public static async Task<Page> Rate(Guid id, Form<Rated> form, IDocumentSession session, OwnRequests own, TimeProvider clock, CancellationToken stop)
    {
        if (await FindAsync(id, session, own, stop) is not { } letter) return Page.NotFound();
        if (!form.IsValid) return View(letter, form);
        session.Store(new LetterRating { Letter = id, Score = form.Value.Score, At = clock.GetUtcNow() });
        try
        {
            await session.SaveChangesAsync(stop);
        }
        catch (DuplicateException)
        {
            // They said it before; once is enough.
        }

        return Page.SeeOther($"/surat/permohonan/{letter.Request}", "rate.thanks");
    }

    static async Task<Letter?> FindAsync(Guid id, IDocumentSession session, OwnRequests own, CancellationToken stop) =>
        await session.LoadAsync<Letter>(id, stop) is { CompletedAt: not null } letter && await own.FindAsync(letter.Request, stop) is not null ? letter : null;

    static Page View(Letter letter, Form form) => Page.View("letter-rate", new { letter }, form);
}

/// <summary>What was chosen.</summary>
sealed record Rated([Range(1, 4), Display(Name = "rate.score")] int Score);
