using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Accounts.Own;

/// <summary>What I may do where, and since when.</summary>
static class ShowRoles
{
    public static Page Handle(HttpContext context, VillageRegistry villages)
    {
        var person = SignedIn.Of(context)!;
        var roles = from role in person.Roles
                    orderby role.GivenAt
                    let village = Scope.Parse(role.Scope) is { Kind: ScopeKind.Village } scope ? villages.Find(scope.VillageId) : null
                    select new OwnRole(role.Role, PlaceName.Of(role.Scope, villages), village?.Slug, role.GivenAt);
        return Page.View("account-roles", new { roles = roles.ToArray(), needs_step = person.NeedsSecondStep });
    }
}

/// <param name="Role">The role's name.</param>
/// <param name="Place">Where it counts; empty for the whole regency.</param>
/// <param name="Slug">The village's, where it is one.</param>
/// <param name="GivenAt">Since when.</param>
sealed record OwnRole(string Role, string Place, string? Slug, DateTimeOffset GivenAt);
