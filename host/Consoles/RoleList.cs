using SmartKampung.Host.Accounts;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Consoles;

/// <summary>The roles that a village gives: the built-in ones, those that modules bring, and its own.</summary>
sealed class RoleList(RoleSets sets, People people, IModuleCatalog modules, ModuleSwitches switches, TextLibrary texts)
{
    static readonly string[] BuiltIn =
    [
        Roles.Resident, Roles.Seller, Roles.NeighborhoodHead, Roles.CommunityHead, Roles.HamletHead,
        Roles.Operator, Roles.Secretary, Roles.Head, Roles.Administrator,
    ];

    /// <summary>Those over several villages, which no village gives.</summary>
    static readonly string[] Wider = [Roles.DistrictStaff, Roles.DistrictHead, Roles.RegencyAdministrator, Roles.Auditor];

    public IReadOnlyList<string> Of(Village village) =>
    [
        .. BuiltIn,
        .. modules.Modules.SelectMany(module => module.Permissions).SelectMany(permission => permission.Roles).Distinct().Except(BuiltIn).Except(Wider),
        .. sets.OwnOf(village.Id).Select(own => own.Role),
    ];

    public bool Contains(Village village, string role) => Of(village).Contains(role);

    public bool IsChanged(Village village, string role) => sets.Find(Scope.Village(village.Id), role) is { } set && (RoleSet.IsOwn(role) || set.Added.Count + set.Removed.Count > 0);

    /// <summary>All that a role has in the village, of the host and of every module.</summary>
    public IEnumerable<Permission> PermissionsOf(Village village, string role) => All.Where(permission => sets.Has(village, role, permission));

    /// <summary>Whether a role here is called that already.</summary>
    public bool IsTaken(Village village, string name, HttpContext context) =>
        Of(village).Any(role => string.Equals(NameOf(role, context), name.Trim(), StringComparison.OrdinalIgnoreCase));

    public async Task<IReadOnlyList<ListedRole>> OfAsync(Village village, HttpContext context, CancellationToken stop)
    {
        var holders = (await people.OfAsync(village, stop)).CountBy(person => person.Role).ToDictionary();
        return [.. Of(village).Select(role => new ListedRole(role, NameOf(role, context), holders.GetValueOrDefault(role), PermissionsOf(village, role).Count(), IsChanged(village, role)))];
    }

    /// <summary>Every permission that the role could have, the host's first, then those of the modules that are on.</summary>
    public IReadOnlyList<PermissionGroup> PermissionsOf(Village village, string role, HttpContext context) =>
    [
        Group(texts.For(PageOwner.Host.Id, context)["console.roles.of_host"], PageOwner.Host.Id, HostPermissions.OfVillages, village, role, context),
        .. modules.Modules.Where(module => module.Permissions.Count > 0 && switches.IsOn(village, module.Id))
            .Select(module => Group(module.Name.In(RequestLanguage.Of(context)), module.Id, module.Permissions, village, role, context)),
    ];

    IEnumerable<Permission> All => HostPermissions.OfVillages.Concat(modules.Modules.SelectMany(module => module.Permissions));

    PermissionGroup Group(string name, string owner, IEnumerable<Permission> permissions, Village village, string role, HttpContext context) => new(name,
    [
        .. permissions.Select(permission => new ListedPermission(
            permission.Name,
            ((Texts)texts.For(owner, context)).Find($"permission.{permission.Name}") ?? permission.Name,
            sets.Has(village, role, permission),
            Rights.HoldsToChange(context, permission))),
    ]);

    public string NameOf(string role, HttpContext context) => sets.NameOf(role) ?? texts.For(PageOwner.Host.Id, context)[$"role.{role}"];
}

/// <param name="Role">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="People">How many have it here.</param>
/// <param name="Permissions">How many permissions it has here.</param>
/// <param name="IsChanged">Whether the village has changed it.</param>
sealed record ListedRole(string Role, string Name, int People, int Permissions, bool IsChanged);

sealed record PermissionGroup(string Name, IReadOnlyList<ListedPermission> Permissions);

/// <param name="Name">Of the permission.</param>
/// <param name="Text">What it lets one do.</param>
/// <param name="IsHeld">Whether the role has it.</param>
/// <param name="IsYours">Whether the reader may give or take it.</param>
sealed record ListedPermission(string Name, string Text, bool IsHeld, bool IsYours);
