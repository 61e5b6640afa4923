using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Backups;

/// <summary>What the installation keeps of a village beside the village's own documents; a backup's <c>village.json</c>.</summary>
/// <param name="Village">The registry's record.</param>
/// <param name="Profile">What it tells of itself.</param>
/// <param name="Look">How it arranged its site.</param>
/// <param name="Pages">The pages that it wrote.</param>
/// <param name="Outline">The outline that it drew of itself.</param>
/// <param name="Settings">Its switches and settings.</param>
/// <param name="Templates">The templates that it edited.</param>
/// <param name="RoleSets">What it changed of its roles.</param>
/// <param name="Roles">Who works there.</param>
sealed record VillageCard(
    VillageRecord Village, VillageProfile Profile, VillageLook Look, IReadOnlyList<VillagePage> Pages, IReadOnlyList<OutlineRing> Outline,
    IReadOnlyList<ModuleConfiguration> Settings, IReadOnlyList<TemplateOverride> Templates, IReadOnlyList<RoleSet> RoleSets, IReadOnlyList<BackedUpRole> Roles)
{
    /// <summary>The roles where they are sealed, since they tell who people are and what they sign in with; <see cref="Roles"/> is empty then.</summary>
    public string? SealedRoles { get; init; }

    /// <summary>Whether its lists hold no null; it comes from outside.</summary>
    public bool IsSound() => new IEnumerable<object?>[] { Pages, Outline, Settings, Templates, RoleSets, Roles }.All(list => list.All(item => item is not null));
}

/// <summary>A role with the account that has it. Nothing that proves who someone is leaves the installation.</summary>
sealed record BackedUpRole(Guid AccountId, string LoginKey, string Name, string Role, Territory? Territory, DateTimeOffset GivenAt);
