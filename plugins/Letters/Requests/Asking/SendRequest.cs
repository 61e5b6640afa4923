using SmartKampung.Letters.Office;
using SmartKampung.Letters.Requests.Steps;
using SmartKampung.Letters.Requests.Telling;

namespace SmartKampung.Letters.Requests.Asking;

/// <summary>All answers once more, each with a way to change it; then it is sent, once.</summary>
static class SendRequest
{
    public static async Task<Page> Show(Guid id, OwnRequests own, ITexts texts, WorkingHours hours, TimeProvider clock, CancellationToken stop)
    {
        if (await own.FindOpenAsync(id, stop) is not { } request) return await own.FindAsync(id, stop) is { } sent ? Page.SeeOther(sent.Path()) : Page.NotFound();
        return View(request, Form.Empty<Nothing>(), texts, hours, clock);
    }

    public static async Task<Page> Send(Guid id, Form<Nothing> form, OwnRequests own, IDocumentSession session, IEvents events, ITexts texts, WorkingHours hours, TimeProvider clock, CancellationToken stop)
    {
        if (!form.IsValid || await own.FindAsync(id, stop) is not { Channel: Channel.Self } request) return Page.NotFound();
        if (!request.IsOpen) return Page.SeeOther(request.Path());
        foreach (var problem in Problems(request, texts)) form.AddError("", problem);
        if (!form.IsValid) return View(request, form, texts, hours, clock);
        var sent = request.Send(clock.GetUtcNow(), hours);
        session.Store(sent);
        if (request.State == RequestState.Draft) events.Publish(new RequestMoved(id, RequestMoved.Asked));
        try
        {
            await session.SaveChangesAsync(stop);
        }
        catch (ConcurrencyException)
        {
            return Page.SeeOther(request.Path());
        }

        return Page.SeeOther(request.Path(), "request.sent");
    }

    static IEnumerable<string> Problems(LetterRequest request, ITexts texts) =>
        request.AskedFields().Where(request.IsMissing).Select(field => texts["wrong.unanswered", field.Label.In(texts.Language)])
            .Concat(request.AskedDocuments().Where(request.IsMissing).Select(document => texts["wrong.document_missing", document.Label.In(texts.Language)]));

    static Page View(LetterRequest request, Form form, ITexts texts, WorkingHours hours, TimeProvider clock) => Page.View("letter-check", new
    {
        request,
        path = request.Path(),
        answers = AnsweredQuestion.Of(request, texts),
        documents = request.AskedDocuments().Select(document => new AttachedDocument(document, request.Attachments.Count(attachment => attachment.Document == document.Key))).ToList(),
        open = request.Pages(),
        promised = request.PromisedFrom(clock.GetUtcNow(), hours),
    }, form);
}

/// <summary>A document with how many files of it there are.</summary>
sealed record AttachedDocument(Types.RequiredDocument Document, int Files)
{
    public string Page => Questions.PageOf(Document.Key);
}
