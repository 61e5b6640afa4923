using SmartKampung.Letters.Issued.Papers;

namespace SmartKampung.Letters.Requests.Asking;

/// <summary>The letter as it would be printed from what was answered so far, marked as a draft, for whoever fills it in.</summary>
static class PreviewDraft
{
    public static async Task<IResult> Show(Guid id, OwnRequests own, PreviewLetter preview, IGuesses guesses, HttpResponse response, CancellationToken stop)
    {
        if (await own.FindOpenAsync(id, stop) is not { } request) return Page.NotFound();
        // A paper is dear to make: whoever has one made after the other is slowed like whoever tries codes.
        if (!guesses.TryBegin()) return Back(request, "check.slow");
        try
        {
            var pdf = await preview.OfDraftAsync(request, stop);
            response.Headers.CacheControl = "private, no-store";
            return Results.Bytes(pdf, "application/pdf");
        }
        catch (PaperTextException)
        {
            return Back(request, "check.wrong_paper");
        }
        catch (PaperException failure)
        {
            return Back(request, failure.IsPassing ? "check.no_paper" : "check.wrong_paper");
        }
    }

    static Page Back(LetterRequest request, string message) => Page.SeeOther(request.PathOf(Questions.CheckPage), message);
}
