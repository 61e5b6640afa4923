using SmartKampung.Letters.Issued;
using SmartKampung.Letters.Office;
using SmartKampung.Letters.Requests.Documents;
using SmartKampung.Letters.Requests.Following;
using SmartKampung.Letters.Requests.Steps;
using SmartKampung.Letters.Requests.Telling;
using SmartKampung.Letters.Types;
using SmartKampung.Residents;

namespace SmartKampung.Letters.Requests.Desk;

/// <summary>A request for those who decide on it: the person, the answers, the papers, and what can be done. That it was read is written down for its person.</summary>
static class OpenRequest
{
    public static async Task<Page> Show(
        Guid id, DeskRequests requests, DeskRights rights, IResidents residents, IDocumentSession session, INotifications notifications, ITexts texts, WorkingHours hours, TimeProvider clock, CancellationToken stop)
    {
        if (await requests.FindAsync(id, stop) is not { } request) return Page.NotFound();
        await NoteReadingAsync(request, residents, session, stop);
        return await ViewAsync(request, Form.Empty<Decision>(), rights, session, notifications, texts, hours, clock, stop);
    }

    public static async Task<Page> ViewAsync(
        LetterRequest request, Form form, DeskRights rights, IDocumentSession session, INotifications notifications, ITexts texts, WorkingHours hours, TimeProvider clock, CancellationToken stop) =>
        Page.View("letters-request", new
        {
            request,
            row = InboxRow.Of(request, rights, hours, clock.GetUtcNow()),
            path = request.DeskPath(),
            steps = StatusStep.Of(request),
            answers = AnsweredQuestion.Of(request, texts),
            papers = request.Attachments.Select(attachment => new AttachedPaper(attachment, request.Type.Documents.FirstOrDefault(document => document.Key == attachment.Document)?.Label.In(texts.Language) ?? attachment.Document)).ToList(),
            told = await ToldMessage.OfAsync(request, session, notifications, stop),
            approves = request.Present()?.Kind == StepKind.Approve,
            reason = request.History.LastOrDefault(step => step.Reason.Length > 0),
            letter = request is { Letter: { } letter } ? await session.LoadAsync<Letter>(letter, stop) : null,
            forwards = ForwardRequest.Targets(request),
        }, form);

    public static async Task<IResult> Attachment(Guid id, string file, DeskRequests requests, RequestFiles files, HttpResponse response, CancellationToken stop) =>
        await requests.FindAsync(id, stop) is { } request && request.Attachments.FirstOrDefault(attachment => attachment.File == file) is { } found
            ? await files.ShowAsync(found.File, found.ContentType, found.Document, response, stop)
            : Page.NotFound();

    /// <summary>Who may work on letters and not read the register, such as the district, is named in the request's history alone.</summary>
    static async Task NoteReadingAsync(LetterRequest request, IResidents residents, IDocumentSession session, CancellationToken stop)
    {
        try
        {
            await residents.OpenAsync(request.Resident, request.Type.Name.Indonesian, stop);
            await session.SaveChangesAsync(stop);
        }
        catch (UnauthorizedAccessException)
        {
            return;
        }
    }
}
