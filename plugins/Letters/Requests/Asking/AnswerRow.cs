using SmartKampung.Letters.Types;

namespace SmartKampung.Letters.Requests.Asking;

/// <summary>A row of a group: its questions on one page. One behind the last is added.</summary>
static class AnswerRow
{
    public static async Task<Page> Show(Guid id, string key, int row, OwnRequests own, CancellationToken stop)
    {
        if (await own.FindOpenAsync(id, stop) is not { } request || Find(request, key, row) is not { } group) return Page.NotFound();
        var sheet = request.Sheet();
        return View(request, group, row, [.. group.Fields.Select(field => FieldView.Of(field, field.Key, sheet.Of(AnswerSheet.KeyOf(key, row, field.Key))))], Form.Empty<Nothing>());
    }

    public static async Task<Page> Save(Guid id, string key, int row, Form<Nothing> form, HttpRequest sent, SentAnswers answers, OwnRequests own, CancellationToken stop)
    {
        if (await own.FindOpenAsync(id, stop) is not { } request || Find(request, key, row) is not { } group) return Page.NotFound();
        foreach (var field in RowForm.Asked(group, sent.Form)) answers.Read(field, field.Key, AnswerSheet.KeyOf(key, row, field.Key), sent.Form, form);
        if (!form.IsValid) return View(request, group, row, answers.Views, form);
        return await own.ChangeAsync(request, present => present with { Answers = present.Sheet().With(answers.Answers).Answers }, stop) is { } saved
            ? saved.GoTo(key) : Page.SeeOther(request.Path(), "request.moved_on");
    }

    public static async Task<Page> Remove(Guid id, string key, int row, Form<Nothing> form, OwnRequests own, CancellationToken stop)
    {
        if (!form.IsValid || await own.FindOpenAsync(id, stop) is not { } request || Find(request, key, row) is not { } group) return Page.NotFound();
        var saved = await own.ChangeAsync(request, present => present with { Answers = present.Sheet().WithoutRow(group, row).Answers }, stop);
        return saved is null ? Page.SeeOther(request.Path(), "request.moved_on") : saved.GoTo(key);
    }

    static LetterField? Find(LetterRequest request, string key, int row) =>
        AnswerQuestion.Find(request, key) is { Kind: FieldKind.Group } group && row >= 0 && row <= request.Sheet().RowsOf(group) && row < group.MostRows() ? group : null;

    static Page View(LetterRequest request, LetterField group, int row, IReadOnlyList<FieldView> fields, Form form) =>
        Page.View("letter-question", new { request, path = request.Path(), at = QuestionPlace.Of(request, group.Key), fields, action = $"{request.PathOf(group.Key)}/{row}", row = true, back = request.PathOf(group.Key), heading = group.Label, number = row + 1 }, form);
}

static class RowForm
{
    /// <summary>What is asked in a row, given what was sent with it: without script all questions stand on the page, so others are not read.</summary>
    public static IEnumerable<RowField> Asked(LetterField group, IFormCollection sent) =>
        group.Fields.Where(field => field.When is null || field.When.IsOneOf.Contains(sent[field.When.Field].ToString()));
}
