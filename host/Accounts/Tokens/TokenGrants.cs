using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Accounts;

/// <summary>What a person could give a token: what they may do themselves, in a village where they have a role.</summary>
sealed class TokenGrants(VillageRegistry villages, VillageCache cache, RoleSets sets, IModuleCatalog modules, ModuleSwitches switches, TextLibrary texts)
{
    const int MostVillages = 300;

    /// <summary>The villages where the person works, by name.</summary>
    public IReadOnlyList<VillageEntry> VillagesOf(HttpContext context)
    {
        var scopes = SignedIn.Of(context) is { Token: null } person ? person.Roles.Where(role => person.HasProvedTwice && RoleNames.IsStaff(role.Role) && RoleNames.CountsInVillages(role.Role)).Select(role => Scope.Parse(role.Scope)).ToArray() : [];
        return [.. villages.Villages.All.Where(village => !village.IsClosed && scopes.Any(scope => scope.Covers(village))).Take(MostVillages).OrderBy(village => village.Name, StringComparer.OrdinalIgnoreCase)];
    }

    public string NameOf(Guid village) => villages.Find(village)?.Name ?? "";

    /// <summary>The permissions that the person has in the village; none where there is no such village.</summary>
    public async Task<IReadOnlyList<Permission>> OfAsync(Guid id, HttpContext context, CancellationToken stop)
    {
        if (SignedIn.Of(context) is not { Token: null } person || villages.Find(id) is not { } entry) return [];
        var village = await cache.GetAsync(entry, stop);
        var roles = person.RolesIn(village).ToList();
        return [.. All(village).Where(permission => roles.Any(role => sets.Has(village, role, permission)))];
    }

    /// <summary>What a permission allows, in words; its name where nobody has words for it any more.</summary>
    public string TextOf(string permission, HttpContext context)
    {
        var owner = modules.Modules.FirstOrDefault(module => module.Permissions.Any(known => known.Name == permission))?.Id ?? PageOwner.Host.Id;
        return ((Texts)texts.For(owner, context)).Find($"permission.{permission}") ?? permission;
    }

    IEnumerable<Permission> All(Village village) =>
        HostPermissions.OfVillages.Concat(modules.Modules.Where(module => switches.IsOn(village, module.Id)).SelectMany(module => module.Permissions));
}
