using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles;

/// <summary>The roles that a person may give in a village: nobody gives what they do not have.</summary>
sealed class GrantableRoles(RoleList roles)
{
    /// <summary>Roles whose every permission the person holds here themselves.</summary>
    public IReadOnlyList<string> Of(HttpContext context)
    {
        var village = PresentVillage.Of(context)!;
        return [.. roles.Of(village).Where(role => roles.PermissionsOf(village, role).All(permission => Rights.HoldsToChange(context, permission)))];
    }

    /// <summary>The same to choose from.</summary>
    public IReadOnlyList<FieldOption> OptionsOf(HttpContext context) => [.. Of(context).Select(role => new FieldOption(role, roles.NameOf(role, context)))];
}
