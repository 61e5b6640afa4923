namespace SmartKampung.Letters.Types.Editing;

/// <summary>Switches a letter on or off; what was asked for goes on.</summary>
static class OfferType
{
    public static async Task<Page> Switch(string slug, Form<Offer> form, TypeEditor editor, CancellationToken stop)
    {
        if (!form.IsValid || await editor.FindAsync(slug, stop) is not { } known) return Page.NotFound();
        editor.Store((known.Changed ?? new VillageType { Slug = slug }) with { IsOffered = form.Value.IsOffered });
        return Page.SeeOther(ListTypes.Path, !await editor.TrySaveAsync(form, stop) ? "type.stale" : form.Value.IsOffered ? "type.on" : "type.off");
    }
}

sealed record Offer(bool IsOffered = false);
