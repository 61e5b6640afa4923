namespace SmartKampung.Letters.Types.Editing;

/// <summary>A question; <c>baru</c> adds one. The questions of a group's rows stand below it, as <c>GROUP.ROW</c>.</summary>
static class EditField
{
    public static async Task<Page> Show(string slug, string at, TypeEditor editor, CancellationToken stop)
    {
        if (await editor.FindAsync(slug, stop) is not { } known || FieldPlace.Of(at, known.Type) is not { } place) return Page.NotFound();
        return View(known, at, place, Form.Of(FieldForm.Of(place.Find(known.Type), known.Version)));
    }

    public static async Task<Page> Save(string slug, string at, Form<FieldForm> form, TypeEditor editor, CancellationToken stop)
    {
        if (await editor.FindAsync(slug, stop) is not { } known || FieldPlace.Of(at, known.Type) is not { } place) return Page.NotFound();
        if (!form.IsValid || !await editor.SaveAsync(known, place.Put(known.Type, form.Value), form.Value.Version, form, stop)) return View(known, at, place, form);
        return Page.SeeOther(place.Group is { } group ? $"{ListTypes.PathOf(slug)}/pertanyaan/{group}" : ListTypes.PathOf(slug), "type.saved");
    }

    static Page View(KnownType known, string at, FieldPlace place, Form form)
    {
        var path = ListTypes.PathOf(known.Type.Slug);
        return Page.View("letters-type-field", new
        {
            known, at, path, version = known.Version, isNew = place.Index is null, inGroup = place.Group is not null,
            rows = place.Group is null && place.Index is { } index ? known.Type.Fields[index].Fields : [],
            back = place.Group is { } group ? $"{path}/pertanyaan/{group}" : path,
        }, form);
    }

    /// <summary>Where a question stands: its number, or null for a new one; in a row the group's too.</summary>
    sealed record FieldPlace(int? Group, int? Index)
    {
        public static FieldPlace? Of(string at, LetterType type)
        {
            var parts = at.Split('.');
            if (parts.Length > 2) return null;
            if (parts.Length == 1) return ListPlace.TryFind(parts[0], type.Fields.Count, out var index) ? new(null, index) : null;
            return ListPlace.TryFind(parts[0], type.Fields.Count, out var group) && group is { } found && ListPlace.TryFind(parts[1], type.Fields[found].Fields.Count, out var inner) ? new(found, inner) : null;
        }

        public Question? Find(LetterType type) => (Group, Index) switch
        {
            (null, { } index) => type.Fields[index],
            ({ } group, { } index) => type.Fields[group].Fields[index],
            _ => null,
        };

        public LetterType Put(LetterType type, FieldForm typed)
        {
            if (Group is { } group)
                return type with { Fields = ListPlace.Put(type.Fields, group, type.Fields[group] with { Fields = ListPlace.Put(type.Fields[group].Fields, Index, typed.ToRow()) }) };
            return type with { Fields = ListPlace.Put(type.Fields, Index, typed.ToField(Index is { } index ? type.Fields[index].Fields : [])) };
        }
    }
}
