using SmartKampung.Letters.Requests;

namespace SmartKampung.Letters.Issued.Signing;

/// <summary>Whoever asked for a letter, and whom it is for, gets the signed PDF. What is signed by hand is collected at the office.</summary>
static class DownloadLetter
{
    public static async Task<IResult> Send(Guid id, IDocumentSession session, IPrivateFiles files, OwnRequests own, HttpContext context, CancellationToken stop)
    {
        if (await session.LoadAsync<Letter>(id, stop) is not { State: LetterState.Valid, IsByHand: false, CompletedAt: not null, File: { } file } letter) return Page.NotFound();
        if (await own.FindAsync(letter.Request, stop) is null) return Page.NotFound();
        return await files.ReadAsync(file, stop) is { } pdf ? Answer(pdf, letter, context) : Page.NotFound();
    }

    public static IResult Answer(byte[] pdf, Letter letter, HttpContext context)
    {
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.File(pdf, "application/pdf", $"{letter.Type}-{string.Concat(letter.Number.Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '-'))}.pdf");
    }
}
