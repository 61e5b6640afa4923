using SmartKampung.Letters.Issued.Book;
using SmartKampung.Letters.Requests;

namespace SmartKampung.Letters.Issued.Keeping;

/// <summary>The letters whose time of keeping is over, the longest first.</summary>
sealed class DueLetters(IDocumentSession session, Village village, TimeProvider clock)
{
    const int MostAtOnce = 100;

    public async Task<IReadOnlyList<DueLetter>> ListAsync(CancellationToken stop)
    {
        var today = BookPages.Today(village, clock);
        var letters = await session.Query<Letter>().Where(letter => letter.KeepUntil < today && letter.DestroyedAt == null).OrderBy(letter => letter.KeepUntil).Take(MostAtOnce).ToListAsync(stop);
        Guid[] asked = [.. letters.Select(letter => letter.Request)];
        var requests = (await session.Query<LetterRequest>().Where(request => asked.Contains(request.Id)).ToListAsync(stop)).ToDictionary(request => request.Id);
        // The request tells whose territory a letter lies in: who may not see that does not destroy it either.
        return [.. from letter in letters where requests.ContainsKey(letter.Request) select new DueLetter(letter, requests[letter.Request])];
    }
}

/// <summary>A letter that may be destroyed, with the request that it came of.</summary>
sealed record DueLetter(Letter Letter, LetterRequest Request)
{
    public DestroyedLetter ToRecord() =>
        new(Letter.Id, Letter.Number, Letter.TypeName, Letter.SignedAt, Letter.KeepUntil, (Letter.File is null ? 0 : 1) + Request.Attachments.Count);
}
