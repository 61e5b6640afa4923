using SmartKampung.Letters.Issued.Signing;
using SmartKampung.Letters.Office;
using SmartKampung.Letters.Requests;
using SmartKampung.Letters.Requests.Desk;
using SmartKampung.Letters.Requests.Steps;
using SmartKampung.Letters.Requests.Telling;
using SmartKampung.Letters.Types;
using SmartKampung.Residents;

namespace SmartKampung.Letters.Issued.Book;

/// <summary>A letter that was issued, for staff: its paper, and the end that it can come to. It is never changed.</summary>
static class LetterPages
{
    const string Path = "/kelola/letters/surat";

    public static void MapIssued(this IEndpointRouteBuilder console)
    {
        console.MapGet("/surat/{id:guid}", Show).RequirePermission(IssuedPermissions.Book);
        console.MapGet("/surat/{id:guid}/unduh", Send).RequirePermission(IssuedPermissions.Book);
        console.MapPost("/surat/{id:guid}/cabut", Revoke).RequirePermission(IssuedPermissions.Revoke);
        console.MapPost("/surat/{id:guid}/betulkan", Correct).RequirePermission(IssuedPermissions.Book);
    }

    static async Task<Page> Show(Guid id, IDocumentSession session, CancellationToken stop) =>
        await FindAsync(id, session, stop) is { } letter ? await ViewAsync(letter, Form.Empty<Revocation>(), session, stop) : Page.NotFound();

    static async Task<IResult> Send(Guid id, IDocumentSession session, IPrivateFiles files, HttpContext context, CancellationToken stop) =>
        await FindAsync(id, session, stop) is { File: { } file } letter && await files.ReadAsync(file, stop) is { } pdf ? DownloadLetter.Answer(pdf, letter, context) : Page.NotFound();

    /// <summary>Where others were still to sign it, that comes to nothing with the letter.</summary>
    static async Task<Page> Revoke(Guid id, Form<Revocation> form, IDocumentSession session, DeskRights rights, IPerson person, IEvents events, TimeProvider clock, CancellationToken stop)
    {
        if (await FindAsync(id, session, stop) is not { } letter) return Page.NotFound();
        if (!form.IsValid) return await ViewAsync(letter, form, session, stop);
        if (letter.State is not LetterState.Valid) return Page.SeeOther($"{Path}/{id}", "issued.ended");
        session.Store(letter with { State = LetterState.Revoked, Reason = form.Value.Reason, EndedAt = clock.GetUtcNow() });
        if (await session.LoadAsync<LetterRequest>(letter.Request, stop) is { State: RequestState.Waiting } open)
        {
            session.Store(open.Reject(new(person.Id, person.Name, rights.Roles is [var role, ..] ? role : ""), clock.GetUtcNow(), form.Value.Reason));
            events.Publish(new RequestMoved(open.Id, RequestMoved.Rejected));
        }

        return Page.SeeOther($"{Path}/{id}", await IsSavedAsync(session, stop) ? "issued.revoked" : "book.changed");
    }

    /// <summary>Asks for the same letter anew; the old one holds until the new one is signed, and is replaced by it then.</summary>
    static async Task<Page> Correct(Guid id, Form<Revocation> form, IDocumentSession session, LetterTypes types, IResidents residents, IPerson person, WorkingHours hours, TimeProvider clock, CancellationToken stop)
    {
        if (await FindAsync(id, session, stop) is not { State: LetterState.Valid, CompletedAt: not null } letter || await session.LoadAsync<LetterRequest>(letter.Request, stop) is not { } asked) return Page.NotFound();
        if (!form.IsValid) return await ViewAsync(letter, form, session, stop);
        if (await Corrections.FindAsync(session, id, stop) is { } known) return Page.SeeOther(known.DeskPath());
        session.Store(letter with { Reason = form.Value.Reason });
        var subject = await residents.OpenAsync(asked.Resident, letter.TypeName.Indonesian, stop);
        var type = (await types.OfferedAsync(stop)).FirstOrDefault(type => type.Slug == letter.Type);
        if (subject is not null && type is not null && asked.Letter == letter.Id)
        {
            return await IsSavedAsync(session, stop) ? Page.SeeOther($"/kelola/letters/loket/{asked.Resident}/{letter.Type}?betulkan={letter.Id}", "issued.correcting_at_counter") : Page.SeeOther($"{Path}/{id}", "book.changed");
        }

        var request = CorrectionOf(asked with { Subject = subject ?? asked.Subject }, letter, form.Value.Reason, person, hours, clock.GetUtcNow());
        session.Store(request);
        return await IsSavedAsync(session, stop) ? Page.SeeOther(request.DeskPath(), "issued.correcting") : Page.SeeOther($"{Path}/{id}", "book.changed");
    }

    /// <summary>False where somebody was faster.</summary>
    static async Task<bool> IsSavedAsync(IDocumentSession session, CancellationToken stop)
    {
        try
        {
            await session.SaveChangesAsync(stop);
            return true;
        }
        catch (ConcurrencyException)
        {
            return false;
        }
    }

    static LetterRequest CorrectionOf(LetterRequest asked, Letter letter, string reason, IPerson person, WorkingHours hours, DateTimeOffset now) => (asked with
    {
        Id = Guid.CreateVersion7(now),
        Version = 0,
        Account = null,
        Channel = Channel.Counter,
        State = RequestState.Draft,
        History = [],
        BegunAt = now,
        AskedAt = null,
        PromisedAt = null,
        DoneAt = null,
        Corrects = letter.Id,
        Letter = null,
        Token = Guid.NewGuid(),
    }).Send(now, hours, new(person.Id, person.Name, Roles.Operator)) with { History = [new(RequestAct.Asked, now, -1, Roles.Operator, person.Id, person.Name, reason)] };

    /// <summary>The request tells whose territory it lies in: who may not see that has no letter of it.</summary>
    static async Task<Letter?> FindAsync(Guid id, IDocumentSession session, CancellationToken stop) =>
        await session.LoadAsync<Letter>(id, stop) is { } letter && (letter.DestroyedAt is not null || await session.LoadAsync<LetterRequest>(letter.Request, stop) is not null) ? letter : null;

    static async Task<Page> ViewAsync(Letter letter, Form form, IDocumentSession session, CancellationToken stop)
    {
        var next = letter.ReplacedBy is { } id ? await session.LoadAsync<Letter>(id, stop) : null;
        var correction = letter.State is LetterState.Valid ? await Corrections.FindAsync(session, letter.Id, stop) : null;
        return Page.View("letters-issued", new { letter, code = LetterCode.Grouped(letter.Code), next, correction = correction?.Id, is_valid = letter.State is LetterState.Valid, may_correct = letter.CompletedAt is not null && correction is null }, form);
    }
}

/// <summary>Why a letter is revoked or corrected.</summary>
sealed record Revocation([Required, StringLength(300), Display(Name = "issued.reason")] string Reason);
