using SmartKampung.Letters.Types;
using SmartKampung.Residents;

namespace SmartKampung.Letters.Requests.Following;

/// <summary>The same letter once more: the answers of before, the person as the register knows them now, and the type as it is offered today.</summary>
static class AskAgain
{
    public static async Task<Page> Begin(Guid id, Form<Nothing> form, OwnRequests own, NewRequests requests, LetterTypes types, IResidents residents, CancellationToken stop)
    {
        if (!form.IsValid || await own.FindAsync(id, stop) is not { } before || before.State == RequestState.Draft) return Page.NotFound();
        var type = (await types.OfferedAsync(stop)).FirstOrDefault(type => type.Slug == before.Type.Slug && type.Audience != Audience.Staff);
        var family = await residents.ListOwnFamilyAsync(stop);
        var (self, subject) = (await residents.FindSelfAsync(stop), family.FirstOrDefault(person => person.Id == before.Resident));
        subject ??= self?.Id == before.Resident ? self : null;
        if (type is null || self is null || subject is null) return Page.SeeOther(before.Path(), "again.not_offered");
        if ((await own.ListAsync(int.MaxValue, stop)).FirstOrDefault(open => open.State == RequestState.Draft && open.Type.Slug == type.Slug && open.Resident == subject.Id) is { } draft) return Page.SeeOther(draft.Path());
        var begun = requests.Of(type, subject, self, Channel.Self, Guid.NewGuid());
        var saved = await requests.SaveAsync(begun with { Answers = begun.Sheet().With(Kept(type, before, begun.Sheet())).Answers }, stop);
        return saved is null ? Page.NotFound() : saved.GoTo(saved.NextPage());
    }

    /// <summary>Answers that fit what is asked today. What may be left empty, and was, is not asked again.</summary>
    static IEnumerable<Answer> Kept(LetterType type, LetterRequest before, AnswerSheet known)
    {
        var sheet = before.Sheet();
        foreach (var field in type.Fields)
        {
            if (field.Kind != FieldKind.Group && Fits(field, sheet.Of(field.Key))) yield return new(field.Key, sheet.Of(field.Key));
            else if (field.Kind != FieldKind.Group && !field.IsRequired && !known.Has(field.Key) && before.Type.Fields.Any(asked => asked.Key == field.Key)) yield return new(field.Key, "");
            if (field.Kind != FieldKind.Group) continue;
            for (var row = 0; row < sheet.RowsOf(field); row++)
                foreach (var inRow in field.Fields.Where(inRow => Fits(inRow, sheet.Of(AnswerSheet.KeyOf(field.Key, row, inRow.Key)))))
                    yield return new(AnswerSheet.KeyOf(field.Key, row, inRow.Key), sheet.Of(AnswerSheet.KeyOf(field.Key, row, inRow.Key)));
            if (sheet.RowsOf(field) > 0) yield return new(field.Key, "");
        }
    }

    static bool Fits(Question question, string value) => value.Length > 0 && TypedAnswer.Read(question, FieldView.Of(question, "", value).Value).Mistake is null;
}
