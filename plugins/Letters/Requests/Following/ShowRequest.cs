using SmartKampung.Letters.Issued.Serving;
using SmartKampung.Letters.Requests.Documents;

namespace SmartKampung.Letters.Requests.Following;

/// <summary>A request by its steps with their times. A draft leads to where it was left.</summary>
static class ShowRequest
{
    public static async Task<Page> Show(Guid id, OwnRequests own, IDocumentSession session, IPerson person, ITexts texts, TimeProvider clock, CancellationToken stop)
    {
        if (await own.FindAsync(id, stop) is not { } request) return Page.NotFound();
        if (request.State == RequestState.Draft) return request.GoTo(request.NextPage());
        return Page.View("letter-status", new
        {
            request,
            path = request.Path(),
            steps = StatusStep.Of(request),
            answers = AnsweredQuestion.Of(request, texts),
            asked = request.Pages().Select(page => new AskedPage(LabelOf(request, page, texts), request.PathOf(page))).Where(_ => request.State == RequestState.AskedBack).ToList(),
            reason = request.History.LastOrDefault(step => step.Reason.Length > 0)?.Reason ?? "",
            isLate = request.StepDueAt <= clock.GetUtcNow(),
            isInTime = request.PromisedAt > clock.GetUtcNow(),
            isOwn = request.Account == person.Id,
            mayRate = request is { State: RequestState.Done, Letter: { } letter } && await session.Query<LetterRating>().Where(rating => rating.Letter == letter).FirstOrDefaultAsync(stop) is null,
            attachments = request.Attachments.Select(attachment => new AttachedPaper(attachment, LabelOf(request, Questions.PageOf(attachment.Document), texts))).ToList(),
        });
    }

    public static async Task<IResult> Attachment(Guid id, string file, OwnRequests own, RequestFiles files, HttpResponse response, CancellationToken stop) =>
        await own.FindAsync(id, stop) is { } request && request.Attachments.FirstOrDefault(attachment => attachment.File == file) is { } found
            ? await files.ShowAsync(found.File, found.ContentType, found.Document, response, stop)
            : Page.NotFound();

    static string LabelOf(LetterRequest request, string page, ITexts texts) =>
        (request.Type.Fields.FirstOrDefault(field => field.Key == page)?.Label ?? request.Type.Documents.FirstOrDefault(document => Questions.PageOf(document.Key) == page)?.Label)?.In(texts.Language) ?? page;
}

/// <summary>Something that the resident is asked for again.</summary>
sealed record AskedPage(string Label, string Path);

sealed record AttachedPaper(Attachment Attachment, string Label);
