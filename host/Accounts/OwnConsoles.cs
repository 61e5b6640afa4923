using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Accounts;

/// <summary>The consoles that somebody works in, so that nobody has to know their addresses.</summary>
sealed class OwnConsoles(VillageRegistry villages, SiteInformation site)
{
    const int Most = 8;

    /// <summary>The regency's first, then those of villages by name.</summary>
    public IReadOnlyList<OwnConsole> Of(IEnumerable<RoleAssignment> roles, HttpContext context) =>
    [
        .. roles.Select(role => Find(role.Role, role.Scope, context)).OfType<OwnConsole>().Distinct()
            .OrderBy(console => console.IsOfVillage).ThenBy(console => console.Name, StringComparer.OrdinalIgnoreCase).Take(Most),
    ];

    /// <summary>Where a role works; null for those of people, and in a village that is closed.</summary>
    public OwnConsole? Find(string role, string scope, HttpContext context)
    {
        if (!RoleNames.IsStaff(role)) return null;
        var addresses = AddressBook.Of(context);
        return Scope.Parse(scope) switch
        {
            { Kind: ScopeKind.Village } place => villages.Find(place.VillageId) is { IsClosed: false } village ? new(village.Name, addresses.InVillage(village.Slug, "/kelola"), true) : null,
            _ => new(site.RegencyOf(null).Name, addresses.AtPortal("/kelola"), false),
        };
    }
}

/// <param name="Name">The village's, or the regency's.</param>
/// <param name="Path">Its first page, in the reader's language.</param>
/// <param name="IsOfVillage">Whether it is a village's.</param>
sealed record OwnConsole(string Name, string Path, bool IsOfVillage);
