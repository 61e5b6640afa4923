using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Home;

/// <summary>The menu of a village as it arranged it: entries of modules, its own pages and its own links. The portal's is that of the modules.</summary>
sealed class ArrangedMenu(IVillageFeatures features) : ISiteMenu
{
    public IReadOnlyList<MenuLink> Menu(HttpContext context) =>
        [.. Entries(context).Where(entry => !entry.IsHidden).Select(entry => new MenuLink(entry.Text, entry.Address, entry.IsCurrent))];

    /// <summary>All entries in order, hidden ones too.</summary>
    public IReadOnlyList<MenuEntry> Entries(HttpContext context)
    {
        var look = PresentVillage.LookOf(context);
        var entries = Present(context, look);
        if (look.Menu.Count == 0) return entries;
        var byKey = entries.ToDictionary(entry => entry.Key);
        return [.. Arrangement.Of(look.Menu, [.. entries.Select(entry => entry.Key)]).Select(part => byKey[part.Key] with { IsHidden = part.IsHidden })];
    }

    List<MenuEntry> Present(HttpContext context, VillageLook look)
    {
        var (addresses, language) = (AddressBook.Of(context), RequestLanguage.Of(context));
        MenuEntry Inside(string key, string text, string path) => new(key, text, addresses.Path(path), context.Request.Path.StartsWithSegments(path));
        return
        [
            .. features.MenuEntries(context).Select(entry => Inside(entry.Path, entry.Text, entry.Path)),
            .. look.Pages.Where(page => page.IsPublished).Select(page => Inside(page.Key, page.Title.In(language), page.Path)),
            .. look.Links.Select(link => new MenuEntry(link.Key, link.Text.In(language), link.Address.StartsWith('/') ? addresses.Path(link.Address) : AddressEncoding.Encode(link.Address), IsCurrent: false)),
        ];
    }
}

/// <summary>An entry of the menu.</summary>
/// <param name="Key">Tells it from the others.</param>
/// <param name="Text">What people read.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="IsCurrent">Whether the reader is there.</param>
/// <param name="IsHidden">Whether visitors do without it.</param>
sealed record MenuEntry(string Key, string Text, string Address, bool IsCurrent, bool IsHidden = false);
