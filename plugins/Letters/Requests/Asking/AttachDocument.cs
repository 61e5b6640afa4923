using SmartKampung.Letters.Requests.Documents;
using SmartKampung.Letters.Types;

namespace SmartKampung.Letters.Requests.Asking;

/// <summary>Papers are photographed, or chosen as a file.</summary>
static class AttachDocument
{
    const int MostPages = 4;

    public static async Task<Page> Show(Guid id, string key, OwnRequests own, CancellationToken stop) =>
        await own.FindOpenAsync(id, stop) is { } request && Find(request, key) is { } document ? View(request, document, Form.Empty<NewAttachment>()) : Page.NotFound();

    public static async Task<Page> Add(Guid id, string key, Form<NewAttachment> form, OwnRequests own, RequestFiles files, ITexts texts, CancellationToken stop)
    {
        if (await own.FindOpenAsync(id, stop) is not { } request || Find(request, key) is not { } document) return Page.NotFound();
        if (form.IsValid && Of(request, document).Count() >= MostPages) form.AddError("file", texts["document.many", MostPages]);
        if (!form.IsValid) return View(request, document, form);
        try
        {
            var added = await files.SaveAsync(key, form.Value.File, stop);
            var saved = await own.ChangeAsync(request, present => present with { Attachments = [.. present.Attachments, added] }, stop);
            return saved is null ? Page.SeeOther(request.Path(), "request.moved_on") : saved.GoTo(Questions.PageOf(key));
        }
        catch (RefusedFileException refused)
        {
            form.AddError("file", texts[refused.Key, refused.Arguments]);
            return View(request, document, form);
        }
    }

    public static async Task<Page> Pass(Guid id, string key, Form<Nothing> form, OwnRequests own, CancellationToken stop)
    {
        if (!form.IsValid || await own.FindOpenAsync(id, stop) is not { } request || Find(request, key) is not { } document) return Page.NotFound();
        if (request.IsMissing(document)) return request.GoTo(Questions.PageOf(key));
        var saved = await own.ChangeAsync(request, present => present with { Answers = present.Sheet().With(document.Pass()).Answers }, stop);
        return saved is null ? Page.SeeOther(request.Path(), "request.moved_on") : saved.GoTo(saved.NextPage(Questions.PageOf(key)));
    }

    public static async Task<Page> Remove(Guid id, string key, Form<RemovedFile> form, OwnRequests own, RequestFiles files, CancellationToken stop)
    {
        if (!form.IsValid || await own.FindOpenAsync(id, stop) is not { } request || Find(request, key) is not { } document) return Page.NotFound();
        if (Of(request, document).FirstOrDefault(attachment => attachment.File == form.Value.File) is not { } removed) return request.GoTo(Questions.PageOf(key));
        files.Remove(removed);
        var saved = await own.ChangeAsync(request, present => present with { Attachments = [.. present.Attachments.Where(attachment => attachment.File != removed.File)] }, stop);
        return saved is null ? Page.SeeOther(request.Path(), "request.moved_on") : saved.GoTo(Questions.PageOf(key));
    }

    static RequiredDocument? Find(LetterRequest request, string key) =>
        request.Pages().Contains(Questions.PageOf(key)) ? request.AskedDocuments().FirstOrDefault(document => document.Key == key) : null;

    static IEnumerable<Attachment> Of(LetterRequest request, RequiredDocument document) => request.Attachments.Where(attachment => attachment.Document == document.Key);

    static Page View(LetterRequest request, RequiredDocument document, Form form)
    {
        var page = Questions.PageOf(document.Key);
        var attached = Of(request, document).ToList();
        return Page.View("letter-document", new
        {
            request, document, attached, path = request.Path(), at = QuestionPlace.Of(request, page), action = request.PathOf(page),
            mayAdd = attached.Count < MostPages, mayGoOn = attached.Count > 0 || !document.IsRequired,
        }, form);
    }
}

sealed record NewAttachment([Required, Display(Name = "document.file")] IFormFile File);

sealed record RemovedFile([Required] string File);
