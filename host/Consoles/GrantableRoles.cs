using SmartKampung.Host.Accounts;
using SmartKampung.Host.Modules;

namespace SmartKampung.Host.Consoles;

/// <summary>The roles that a person may give in a village: nobody gives what they do not have.</summary>
sealed class GrantableRoles(IModuleCatalog modules)
{
    static readonly string[] OfVillage =
    [
        Roles.Resident, Roles.Seller, Roles.NeighborhoodHead, Roles.CommunityHead, Roles.HamletHead,
        Roles.Operator, Roles.Secretary, Roles.Head, Roles.Administrator,
    ];

    static readonly string[] Wider = [Roles.DistrictStaff, Roles.DistrictHead, Roles.RegencyAdministrator, Roles.Auditor];

    /// <summary>Roles whose every permission the person holds here themselves.</summary>
    public IReadOnlyList<string> Of(HttpContext context) => [.. All.Where(role => PermissionsOf(role).All(permission => ConsoleRights.MayChange(context, permission)))];

    IEnumerable<Permission> Permissions => HostPermissions.All.Concat(modules.Modules.SelectMany(module => module.Permissions));

    /// <summary>The built-in ones, then those that modules bring.</summary>
    IEnumerable<string> All => OfVillage.Concat(Permissions.SelectMany(permission => permission.Roles).Distinct().Except(OfVillage).Except(Wider));

    IEnumerable<Permission> PermissionsOf(string role) => Permissions.Where(permission => permission.Roles.Any(named => RoleNames.Includes(role, named)));
}
