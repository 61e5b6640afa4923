namespace SmartKampung.Letters.Issued.Keeping;

/// <summary>The list of letters that are due, to be decided on, and the record of those that were destroyed, as papers to be signed and filed.</summary>
static class PrintDestruction
{
    public static async Task<IResult> Proposed(DueLetters due, IPapers papers, ITexts texts, TimeProvider clock, CancellationToken stop) =>
        await PrintAsync("usul-musnah.pdf", new { At = clock.GetUtcNow(), Letters = (await due.ListAsync(stop)).Select(one => one.ToRecord()).ToList() }, texts["destroy.proposal"], isDone: false, papers, texts, stop);

    public static async Task<IResult> Done(Guid id, IDocumentSession session, IPapers papers, ITexts texts, CancellationToken stop) =>
        await session.LoadAsync<DestructionRecord>(id, stop) is { } record ? await PrintAsync("berita-acara-pemusnahan.pdf", record, texts["destroy.record"], isDone: true, papers, texts, stop) : Page.NotFound();

    static async Task<IResult> PrintAsync(string file, object record, string title, bool isDone, IPapers papers, ITexts texts, CancellationToken stop)
    {
        try
        {
            return Results.File(await papers.MakeAsync("letters-destruction-paper", new { record, title, isDone }, new(title) { Size = PaperSize.F4, Language = texts.Language }, stop), "application/pdf", file);
        }
        catch (PaperException failure)
        {
            return failure.IsPassing ? Page.SeeOther(DestroyLetters.Path, "destroy.no_paper") : Results.StatusCode(StatusCodes.Status422UnprocessableEntity);
        }
    }
}
