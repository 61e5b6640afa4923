namespace SmartKampung.Letters.Types.Editing;

/// <summary>Back to the catalogue's version; one that the village added is removed.</summary>
static class ResetType
{
    public static async Task<Page> Reset(string slug, Form<Seen> form, TypeEditor editor, CancellationToken stop)
    {
        if (!form.IsValid || await editor.FindAsync(slug, stop) is not { Changed: { } changed } known) return Page.NotFound();
        if (changed.Version != form.Value.Version) return Page.SeeOther(ListTypes.PathOf(slug), "type.stale");
        if (known.IsAdded) editor.Delete(changed);
        else editor.Store(changed with { Own = null, Base = null });
        if (!await editor.TrySaveAsync(form, stop)) return Page.SeeOther(ListTypes.PathOf(slug), "type.stale");
        return known.IsAdded ? Page.SeeOther(ListTypes.Path, "type.removed") : Page.SeeOther(ListTypes.PathOf(slug), "type.reset");
    }
}

/// <summary>The version that somebody looked at when they pressed a button.</summary>
sealed record Seen(int Version);
