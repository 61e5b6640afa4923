namespace SmartKampung.Letters.Types.Editing;

/// <summary>The village has seen how the base moved and keeps its own version: it is told again when the base moves once more.</summary>
static class KeepType
{
    public static async Task<Page> Keep(string slug, Form<SeenBase> form, TypeEditor editor, CancellationToken stop)
    {
        if (!form.IsValid || await editor.FindAsync(slug, stop) is not { IsChanged: true } known) return Page.NotFound();
        if (!form.Value.IsOf(known)) return Page.SeeOther($"{ListTypes.PathOf(slug)}/beda", "type.stale");
        editor.Store(editor.OnBase(known, slug));
        return Page.SeeOther(ListTypes.PathOf(slug), await editor.TrySaveAsync(form, stop) ? "type.kept" : "type.stale");
    }
}
