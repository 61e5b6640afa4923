namespace SmartKampung.Letters.Requests;

/// <summary>Requests for a letter in the place of one that is wrong: one at a time for each.</summary>
static class Corrections
{
    /// <summary>The request that is to replace a letter, or did; one that came to nothing leaves the way to another.</summary>
    public static Task<LetterRequest?> FindAsync(IDocumentSession session, Guid letter, CancellationToken stop) =>
        session.Query<LetterRequest>().Where(request => request.Corrects == letter && request.State != RequestState.Rejected && request.State != RequestState.Withdrawn).FirstOrDefaultAsync(stop);
}
