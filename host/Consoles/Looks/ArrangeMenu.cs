using SmartKampung.Host.Accounts;
using SmartKampung.Host.Home;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles.Looks;

/// <summary>The order of the menu, and which of its entries visitors see.</summary>
sealed class ArrangeMenu(ArrangedMenu menu, EditLook look, TextLibrary library)
{
    public Page Show(HttpContext context, Form? said = null)
    {
        var entries = menu.Entries(context);
        return Page.View("console-look-order", new
        {
            place = "menu",
            heading = "look.menu",
            version = VersionOf(entries),
            parts = entries.Select(entry => new ShownPart(entry.Key, entry.Text, entry.IsHidden, LinkOf(entry.Key))).ToArray(),
            may_change = Rights.HoldsToChange(context, HostPermissions.Look),
        }, said ?? Form.Empty<Arranging>());
    }

    public async Task<Page> MoveAsync(Form<Arranging> form, HttpContext context, CancellationToken stop)
    {
        if (!form.IsValid) return Show(context, form);
        var (entries, sent, seen) = (menu.Entries(context), form.Value, PresentVillage.LookOf(context));
        IReadOnlyList<ArrangedPart> parts = [.. entries.Select(entry => new ArrangedPart(entry.Key, entry.IsHidden))];
        var isSaved = VersionOf(entries) == sent.Version && await look.ChangeAsync(context, present =>
            Fingerprint.Of(present) == Fingerprint.Of(seen) ? present with { Menu = Arrangement.Moved(parts, sent.Part, sent.Step) } : null, stop);
        if (isSaved) return Page.SeeOther($"{ManageLook.Path}/menu", message: "edit.moved");
        form.AddError("", library.For(PageOwner.Host.Id, context)["stale.order"]);
        return Show(context, form);
    }

    static string VersionOf(IReadOnlyList<MenuEntry> entries) => Fingerprint.Of(entries.Select(entry => new ArrangedPart(entry.Key, entry.IsHidden)));

    static string? LinkOf(string key) => key.StartsWith(EditLinks.Prefix, StringComparison.Ordinal) ? $"{ManageLook.Path}/menu/{key[EditLinks.Prefix.Length..]}"
        : key.StartsWith(EditOwnPages.Prefix, StringComparison.Ordinal) ? $"{ManageLook.Path}/halaman/{key[EditOwnPages.Prefix.Length..]}" : null;
}
