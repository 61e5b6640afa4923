using SmartKampung.Letters.Issued.Book;
using SmartKampung.Letters.Requests;

namespace SmartKampung.Letters.Issued.Keeping;

/// <summary>
/// Letters that were kept as long as their type says are destroyed once the secretary confirms it: paper, answers and documents go. What stays is the
/// number in the book, and how the letter stands for whoever checks its code.
/// </summary>
static class DestroyLetters
{
    const string Path = "/kelola/letters/pemusnahan";
    const int MostAtOnce = 100;

    public static void MapDestruction(this IEndpointRouteBuilder console)
    {
        console.MapGet("/pemusnahan", Show).RequirePermission(IssuedPermissions.Revoke);
        console.MapPost("/pemusnahan", Destroy).RequirePermission(IssuedPermissions.Revoke);
    }

    static async Task<Page> Show(IDocumentSession session, Village village, TimeProvider clock, CancellationToken stop) => await ViewAsync(Form.Empty<Destruction>(), session, village, clock, stop);

    static async Task<Page> Destroy(Form<Destruction> form, IDocumentSession session, IPrivateFiles files, Village village, ITexts texts, TimeProvider clock, CancellationToken stop)
    {
        Guid[] wanted = form.IsValid ? [.. (form.Value.Letters ?? []).Distinct()] : [];
        if (form.IsValid && wanted.Length == 0) form.AddError("letters", texts["destroy.none_chosen"]);
        if (!form.IsValid) return await ViewAsync(form, session, village, clock, stop);
        var due = (await DueAsync(session, village, clock, stop)).Where(letter => wanted.Contains(letter.Id)).ToList();
        Guid[] asked = [.. due.Select(letter => letter.Request)];
        foreach (var letter in due) Erase(letter, session, files, clock);
        foreach (var request in await session.Query<LetterRequest>().Where(request => asked.Contains(request.Id)).ToListAsync(stop)) Erase(request, session, files);
        try
        {
            await session.SaveChangesAsync(stop);
        }
        catch (ConcurrencyException)
        {
            return Page.SeeOther(Path, "book.changed");
        }

        return Page.SeeOther(Path, "destroy.done");
    }

    static void Erase(Letter letter, IDocumentSession session, IPrivateFiles files, TimeProvider clock)
    {
        if (letter.File is { } file) files.Remove(file);
        session.Store(letter with { File = null, HolderName = MaskedName.Of(letter.HolderName), CollectedBy = "", DestroyedAt = clock.GetUtcNow() });
    }

    static void Erase(LetterRequest request, IDocumentSession session, IPrivateFiles files)
    {
        foreach (var attachment in request.Attachments) files.Remove(attachment.File);
        session.Delete(request);
    }

    /// <summary>The request tells whose territory a letter lies in: who may not see that does not destroy it either.</summary>
    static async Task<IReadOnlyList<Letter>> DueAsync(IDocumentSession session, Village village, TimeProvider clock, CancellationToken stop)
    {
        var today = BookPages.Today(village, clock);
        var due = await session.Query<Letter>().Where(letter => letter.KeepUntil < today && letter.DestroyedAt == null).OrderBy(letter => letter.KeepUntil).Take(MostAtOnce).ToListAsync(stop);
        Guid[] asked = [.. due.Select(letter => letter.Request)];
        var seen = (await session.Query<LetterRequest>().Where(request => asked.Contains(request.Id)).ToListAsync(stop)).Select(request => request.Id).ToHashSet();
        return [.. due.Where(letter => seen.Contains(letter.Request))];
    }

    static async Task<Page> ViewAsync(Form form, IDocumentSession session, Village village, TimeProvider clock, CancellationToken stop) =>
        Page.View("letters-destruction", new { letters = await DueAsync(session, village, clock, stop) }, form);
}

/// <summary>What is confirmed to be destroyed.</summary>
sealed record Destruction([MaxLength(100)] IReadOnlyList<Guid>? Letters = null);
