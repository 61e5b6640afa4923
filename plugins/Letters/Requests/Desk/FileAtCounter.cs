using SmartKampung.Letters.Issued;
using SmartKampung.Letters.Office;
using SmartKampung.Letters.Requests.Steps;
using SmartKampung.Letters.Types;
using SmartKampung.Residents;

namespace SmartKampung.Letters.Requests.Desk;

/// <summary>Staff fill in a request for somebody who stands at the counter: all questions on one page, papers seen there. It says in its history who filed it.</summary>
static class FileAtCounter
{
    const int MostRows = 6;

    /// <summary>Whose word may come on paper.</summary>
    static readonly string[] Introducing = [Roles.NeighborhoodHead, Roles.CommunityHead, Roles.HamletHead];

    /// <summary>Where a letter is to be corrected, what was answered then stands in the fields.</summary>
    public static async Task<Page> Show(Guid resident, string slug, string? betulkan, IResidents residents, IDocumentSession session, LetterTypes types, NewRequests requests, CancellationToken stop)
    {
        if (await FindAsync(resident, slug, residents, session, types, stop) is not ({ } type, { } person)) return Page.NotFound();
        var corrected = Guid.TryParse(betulkan, out var letter) ? await session.Query<LetterRequest>().Where(request => request.Letter == letter && request.Resident == resident).FirstOrDefaultAsync(stop) : null;
        var known = (corrected ?? requests.Of(type, person, person, Channel.Counter, Guid.NewGuid())).Sheet();
        return View(type, person, Form.Of(new Filing { Token = Guid.NewGuid() }), corrected?.Letter, [.. CounterField.Of(type, MostRows).Select(asked => FieldView.Of(asked.Question, asked.Key, known.Of(asked.Key)))]);
    }

    public static async Task<Page> File(
        Guid resident, string slug, Form<Filing> form, HttpRequest sent, SentAnswers answers, IResidents residents, IDocumentSession session, LetterTypes types, NewRequests requests,
        DeskRights rights, IPerson staff, ITexts texts, WorkingHours hours, TimeProvider clock, CancellationToken stop)
    {
        if (await FindAsync(resident, slug, residents, session, types, stop) is not ({ } type, { } person)) return Page.NotFound();
        foreach (var asked in CounterField.Asked(type, MostRows, sent.Form)) answers.Read(asked.Question, asked.Key, asked.Key, sent.Form, form);
        if (form.IsValid && !form.Value.Seen && type.Documents.Any(document => document.IsRequired)) form.AddError("seen", texts["counter.seen_needed"]);
        var corrected = form.IsValid ? await CorrectedAsync(form.Value.Corrects, resident, slug, session, stop) : null;
        if (corrected is not null && await Corrections.FindAsync(session, corrected.Id, stop) is { } known) return Page.SeeOther(known.DeskPath());
        var filled = requests.Of(type, person, person, Channel.Counter, form.IsValid ? form.Value.Token : Guid.NewGuid()) with { Answers = answers.Answers, Corrects = corrected?.Id };
        foreach (var missing in filled.AskedFields().Where(filled.IsMissing).Where(field => field.Kind == FieldKind.Group)) form.AddError("", texts["wrong.unanswered", missing.Label.In(texts.Language)]);
        if (!form.IsValid) return View(type, person, form, Guid.TryParse(sent.Form["corrects"], out var typed) ? typed : null, Views(type, answers, sent.Form));
        var (by, now) = (new Actor(staff.Id, staff.Name, rights.Roles is [var role, ..] ? role : ""), clock.GetUtcNow());
        var request = Filed(filled.Send(now, hours, by), form.Value, by, rights, now, hours);
        // Of two who correct a letter at the same moment, its version lets one.
        if (corrected is not null) session.Store(corrected);
        return await requests.SaveAsync(request, stop) is { } saved ? Page.SeeOther(saved.DeskPath(), "counter.filed") : Page.NotFound();
    }

    /// <summary>The steps that are taken by being at the counter: those whose word came on paper, and the own one.</summary>
    static LetterRequest Filed(LetterRequest request, Filing filing, Actor staff, DeskRights rights, DateTimeOffset now, WorkingHours hours)
    {
        while (request.Present() is { Kind: StepKind.Approve } step && ((filing.Brought && Introducing.Contains(step.Role)) || rights.Roles.Contains(step.Role)))
            request = request.Take(RequestAct.Approved, staff with { Role = step.Role }, now, hours);
        return request;
    }

    static async Task<(LetterType? Type, ResidentData? Person)> FindAsync(Guid resident, string slug, IResidents residents, IDocumentSession session, LetterTypes types, CancellationToken stop) =>
        (await types.OfferedAsync(stop)).FirstOrDefault(type => type.Slug == slug) is { } type
            ? (type, await FindAtCounter.OpenAsync(resident, type.Name.Indonesian, residents, session, stop)) : (null, null);

    static IReadOnlyList<FieldView> Views(LetterType type, SentAnswers answers, IFormCollection sent) =>
        [.. CounterField.Of(type, MostRows).Select(asked => answers.Views.FirstOrDefault(view => view.Name == asked.Key) ?? new FieldView(asked.Question, asked.Key, sent[asked.Key].ToString(), ""))];

    /// <summary>The letter that the request is to replace: one of the same kind and person that holds.</summary>
    static async Task<Letter?> CorrectedAsync(Guid? letter, Guid resident, string slug, IDocumentSession session, CancellationToken stop) =>
        letter is { } id && await session.LoadAsync<Letter>(id, stop) is { State: LetterState.Valid, CompletedAt: not null } known && known.Resident == resident && known.Type == slug ? known : null;

    static Page View(LetterType type, ResidentData person, Form form, Guid? corrects, IReadOnlyList<FieldView> fields) => Page.View("letters-counter-file", new
    {
        type,
        person,
        fields,
        token = Guid.NewGuid(),
        corrects,
        path = $"{FindAtCounter.Path}/{person.Id}/{type.Slug}",
        introduced = type.Steps.Any(step => step.Kind == StepKind.Approve && Introducing.Contains(step.Role)),
        papers = type.Documents.Where(document => document.IsRequired).ToList(),
    }, form);
}

sealed record Filing
{
    [Display(Name = "counter.seen")]
    public bool Seen { get; init; }

    [Display(Name = "counter.brought")]
    public bool Brought { get; init; }

    public Guid Token { get; init; }

    public Guid? Corrects { get; init; }
}

/// <summary>A question on the page of the counter, under the key of its answer.</summary>
sealed record CounterField(Question Question, string Key)
{
    /// <summary>All that may be asked, with so many rows of each group.</summary>
    public static IEnumerable<CounterField> Of(LetterType type, int rows) => type.Fields.SelectMany(field => field.Kind == FieldKind.Group
        ? Enumerable.Range(0, Math.Min(rows, field.MostRows())).SelectMany(row => field.Fields.Select(inRow => new CounterField(inRow with { Label = Numbered(inRow.Label, field.Label, row) }, AnswerSheet.KeyOf(field.Key, row, inRow.Key))))
        : [new(field, field.Key)]);

    /// <summary>What is asked, given what was sent: rows of which nothing was filled in are none.</summary>
    public static IEnumerable<CounterField> Asked(LetterType type, int rows, IFormCollection sent)
    {
        foreach (var field in type.Fields.Where(field => field.When is null || field.When.IsOneOf.Contains(sent[field.When.Field].ToString())))
        {
            if (field.Kind != FieldKind.Group) yield return new(field, field.Key);
            var filled = field.Kind == FieldKind.Group ? Enumerable.Range(0, Math.Min(rows, field.MostRows())).TakeWhile(row => field.Fields.Any(inRow => sent[AnswerSheet.KeyOf(field.Key, row, inRow.Key)].ToString().Length > 0)) : [];
            foreach (var row in filled)
                foreach (var inRow in field.Fields.Where(inRow => inRow.When is null || inRow.When.IsOneOf.Contains(sent[AnswerSheet.KeyOf(field.Key, row, inRow.When.Field)].ToString())))
                    yield return new(inRow with { Label = Numbered(inRow.Label, field.Label, row) }, AnswerSheet.KeyOf(field.Key, row, inRow.Key));
        }
    }

    static LocalText Numbered(LocalText label, LocalText group, int row) =>
        new($"{group.Indonesian} {row + 1}: {label.Indonesian}", label.English.Length > 0 ? $"{group.English} {row + 1}: {label.English}" : "");
}
