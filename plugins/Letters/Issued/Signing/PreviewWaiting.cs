using SmartKampung.Letters.Issued.Papers;
using SmartKampung.Letters.Requests;

namespace SmartKampung.Letters.Issued.Signing;

/// <summary>What somebody is about to sign: the paper as it will be, or as others signed it already.</summary>
static class PreviewWaiting
{
    public static async Task<IResult> Show(Guid id, WaitingLetters waiting, IDocumentSession session, IPrivateFiles files, PreviewLetter preview, CancellationToken stop)
    {
        if (await waiting.ChooseAsync([id], stop) is [] || await session.LoadAsync<LetterRequest>(id, stop) is not { } request) return Page.NotFound();
        try
        {
            var letter = request.Letter is { } known ? await session.LoadAsync<Letter>(known, stop) : null;
            var pdf = letter?.File is { } file ? await files.ReadAsync(file, stop) : await preview.OfAsync(request.Type, request.Subject, request.Answers, stop);
            return pdf is null ? Page.NotFound() : Results.Bytes(pdf, "application/pdf");
        }
        catch (PaperTextException)
        {
            return Results.StatusCode(StatusCodes.Status422UnprocessableEntity);
        }
        catch (PaperException failure)
        {
            return Results.StatusCode(failure.IsPassing ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status422UnprocessableEntity);
        }
    }
}
