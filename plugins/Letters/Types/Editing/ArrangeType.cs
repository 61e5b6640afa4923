namespace SmartKampung.Letters.Types.Editing;

/// <summary>Takes a part out of its list, or moves it before the one above it.</summary>
static class ArrangeType
{
    public static Task<Page> Remove(string slug, string list, int at, Form<Seen> form, TypeEditor editor, ITexts texts, CancellationToken stop) => ChangeAsync(slug, list, at, form, Removed, editor, texts, stop);

    public static Task<Page> Raise(string slug, string list, int at, Form<Seen> form, TypeEditor editor, ITexts texts, CancellationToken stop) => ChangeAsync(slug, list, at, form, Raised, editor, texts, stop);

    static async Task<Page> ChangeAsync(string slug, string list, int at, Form<Seen> form, Func<System.Collections.IList, int, bool> change, TypeEditor editor, ITexts texts, CancellationToken stop)
    {
        if (!form.IsValid || await editor.FindAsync(slug, stop) is not { } known || Changed(known.Type, list, at, change) is not { } changed) return Page.NotFound();
        if (await editor.SaveAsync(known, changed, form.Value.Version, form, stop)) return Page.SeeOther(ListTypes.PathOf(slug), "type.saved");
        return Page.View("letters-type-refused", new { known, path = ListTypes.PathOf(slug), mistakes = TypeCheck.Find(changed).Select(mistake => mistake.In(texts)).DefaultIfEmpty(texts["type.stale"]).ToList() });
    }

    static LetterType? Changed(LetterType type, string list, int at, Func<System.Collections.IList, int, bool> change)
    {
        var (fields, documents, steps) = (type.Fields.ToList(), type.Documents.ToList(), type.Steps.ToList());
        System.Collections.IList? chosen = list switch { "pertanyaan" => fields, "dokumen" => documents, "langkah" => steps, _ => null };
        return chosen is not null && change(chosen, at) ? type with { Fields = fields, Documents = documents, Steps = steps } : null;
    }

    static bool Removed(System.Collections.IList list, int at)
    {
        if (at < 0 || at >= list.Count) return false;
        list.RemoveAt(at);
        return true;
    }

    static bool Raised(System.Collections.IList list, int at)
    {
        if (at < 1 || at >= list.Count) return false;
        (list[at - 1], list[at]) = (list[at], list[at - 1]);
        return true;
    }
}
