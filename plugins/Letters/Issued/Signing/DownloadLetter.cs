using SmartKampung.Letters.Requests;
using SmartKampung.Residents;

namespace SmartKampung.Letters.Issued.Signing;

/// <summary>Whoever asked for a letter, and whom it is for, gets the signed PDF. What is signed by hand is collected at the office.</summary>
static class DownloadLetter
{
    public static async Task<IResult> Send(Guid id, IDocumentSession session, IPrivateFiles files, IResidents residents, IPerson person, HttpContext context, CancellationToken stop)
    {
        if (await session.LoadAsync<Letter>(id, stop) is not { State: LetterState.Valid, IsByHand: false, CompletedAt: not null, File: { } file } letter) return Page.NotFound();
        if (await session.LoadAsync<LetterRequest>(letter.Request, stop) is not { } request || !await IsOwnAsync(request, residents, person, stop)) return Page.NotFound();
        return await files.ReadAsync(file, stop) is { } pdf ? Answer(pdf, letter, context) : Page.NotFound();
    }

    public static IResult Answer(byte[] pdf, Letter letter, HttpContext context)
    {
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.File(pdf, "application/pdf", $"{letter.Type}-{string.Concat(letter.Number.Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '-'))}.pdf");
    }

    static async Task<bool> IsOwnAsync(LetterRequest request, IResidents residents, IPerson person, CancellationToken stop)
    {
        if (request.Channel is Channel.Self && request.Account is { } account && account == person.Id) return true;
        return await residents.FindSelfAsync(stop) is { } self && (self.Id == request.Resident || self.Id == request.AskedBy);
    }
}
