using SmartKampung.Letters.Types;

namespace SmartKampung.Letters.Requests.Asking;

/// <summary>One question on a page of its own; of a group its rows.</summary>
static class AnswerQuestion
{
    const string Field = "answer";

    public static async Task<Page> Show(Guid id, string key, OwnRequests own, ITexts texts, CancellationToken stop)
    {
        if (await own.FindOpenAsync(id, stop) is not { } request || Find(request, key) is not { } field) return Page.NotFound();
        return field.Kind == FieldKind.Group ? Rows(request, field, Form.Empty<Nothing>(), texts) : View(request, field, FieldView.Of(field, Field, request.Sheet().Of(key)), Form.Empty<Nothing>());
    }

    public static async Task<Page> Save(Guid id, string key, Form<Nothing> form, HttpRequest sent, SentAnswers answers, OwnRequests own, ITexts texts, CancellationToken stop)
    {
        if (await own.FindOpenAsync(id, stop) is not { } request || Find(request, key) is not { } field) return Page.NotFound();
        if (field.Kind == FieldKind.Group) return await SaveRowsAsync(request, field, form, own, texts, stop);
        answers.Read(field, Field, key, sent.Form, form);
        if (!form.IsValid) return View(request, field, answers.Views[0], form);
        return await own.ChangeAsync(request, present => present with { Answers = present.Sheet().With(answers.Answers).Answers }, stop) is { } saved
            ? saved.GoTo(saved.NextPage(key)) : Page.SeeOther(request.Path(), "request.moved_on");
    }

    /// <summary>No more rows.</summary>
    static async Task<Page> SaveRowsAsync(LetterRequest request, LetterField group, Form<Nothing> form, OwnRequests own, ITexts texts, CancellationToken stop)
    {
        if (request.IsMissing(group)) form.AddError("", texts["wrong.rows_least", group.LeastRows()]);
        if (!form.IsValid) return Rows(request, group, form, texts);
        return await own.ChangeAsync(request, present => present with { Answers = present.Sheet().With(new Answer(group.Key, "")).Answers }, stop) is { } saved
            ? saved.GoTo(saved.NextPage(group.Key)) : Page.SeeOther(request.Path(), "request.moved_on");
    }

    public static LetterField? Find(LetterRequest request, string key) =>
        request.Pages().Contains(key) ? request.AskedFields().FirstOrDefault(field => field.Key == key) : null;

    static Page View(LetterRequest request, LetterField field, FieldView view, Form form) =>
        Page.View("letter-question", new { request, path = request.Path(), at = QuestionPlace.Of(request, field.Key), fields = new[] { view }, action = request.PathOf(field.Key), row = false, back = QuestionPlace.Of(request, field.Key).Back, heading = field.Label }, form);

    static Page Rows(LetterRequest request, LetterField group, Form form, ITexts texts)
    {
        var sheet = request.Sheet();
        var rows = Enumerable.Range(0, sheet.RowsOf(group)).Select(row => AnsweredQuestion.RowOf(group, row, sheet, texts)).ToList();
        return Page.View("letter-rows", new { request, path = request.Path(), at = QuestionPlace.Of(request, group.Key), group, rows, action = request.PathOf(group.Key), mayAdd = rows.Count < group.MostRows() }, form);
    }
}

/// <summary>Where a question stands among the pages.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Count">Of all.</param>
/// <param name="Back">The page before, or empty.</param>
sealed record QuestionPlace(int Number, int Count, string Back)
{
    public static QuestionPlace Of(LetterRequest request, string page)
    {
        var pages = request.Pages().ToList();
        var at = pages.IndexOf(page);
        return new(at + 1, pages.Count, at > 0 ? request.PathOf(pages[at - 1]) : request.State == RequestState.Draft ? $"{request.Path()}/data" : request.Path());
    }
}
