namespace SmartKampung.Letters.Types.Editing;

/// <summary>Back to the base; one that the village added is removed.</summary>
static class ResetType
{
    public static async Task<Page> Reset(string slug, Form<SeenBase> form, TypeEditor editor, CancellationToken stop)
    {
        if (!form.IsValid || await editor.FindAsync(slug, stop) is not { Changed: { } changed } known) return Page.NotFound();
        if (!form.Value.IsOf(known)) return Page.SeeOther(ListTypes.PathOf(slug), "type.stale");
        if (known.IsAdded) editor.Delete(changed);
        else editor.Store(changed with { Own = null, Base = null, BaseSeenAt = null });
        if (!await editor.TrySaveAsync(form, stop)) return Page.SeeOther(ListTypes.PathOf(slug), "type.stale");
        return known.IsAdded ? Page.SeeOther(ListTypes.Path, "type.removed") : Page.SeeOther(ListTypes.PathOf(slug), "type.reset");
    }
}

/// <summary>The version that somebody looked at when they pressed a button.</summary>
sealed record Seen(int Version);

/// <summary>The version that somebody looked at, and the base beside it.</summary>
sealed record SeenBase(int Version, string Mark = "")
{
    public bool IsOf(KnownType known) => known.Version == Version && (known.Base?.Mark ?? "") == Mark;
}
