namespace SmartKampung.Host.Pages;

/// <summary>Gives the entries of the menu for a request: those of the modules that the village has switched on.</summary>
interface ISiteMenu
{
    IReadOnlyList<MenuLink> Menu(HttpContext context);
}

/// <param name="Text">The one word that people read.</param>
/// <param name="Path">The page's address, with the village's and the language's prefix.</param>
/// <param name="Current">Whether the reader is on it or below it.</param>
/// <param name="Group">The part of the menu that it stands in, or empty for the first.</param>
sealed record MenuLink(string Text, string Path, bool Current, string Group = "");
