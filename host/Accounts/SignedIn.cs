using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Accounts;

/// <summary>Who is signed in on this request, kept in its features; nobody has none.</summary>
/// <param name="Account">Their account.</param>
/// <param name="Roles">All that they have, wherever.</param>
/// <param name="Device">The browser that they are at.</param>
sealed record SignedIn(Account Account, IReadOnlyList<RoleAssignment> Roles, Device Device)
{
    public static SignedIn? Of(HttpContext context) => context.Features.Get<SignedIn>();

    /// <summary>Whether any of their roles is that of staff, who prove themselves twice.</summary>
    public bool IsStaff => Roles.Any(role => RoleNames.IsStaff(role.Role));

    /// <summary>Whether what they may do waits for their second step: that of staff, and of whoever has set one up.</summary>
    public bool NeedsSecondStep => !HasProvedTwice && (IsStaff || Account.HasSecondStep);

    public bool HasProvedTwice => Device.Proof == Proof.SecondStep;

    /// <summary>Their roles in a village, its district and the regency; without a village, those in the regency.</summary>
    public IEnumerable<string> RolesIn(Village? village) =>
        from role in Roles
        where HasProvedTwice || !(RoleNames.IsStaff(role.Role) || Account.HasSecondStep)
        where Covers(Scope.Parse(role.Scope), village)
        select role.Role;

    static bool Covers(Scope scope, Village? village) => scope.Kind switch
    {
        ScopeKind.Regency => true,
        ScopeKind.District => village?.District.Code == scope.DistrictCode,
        _ => village?.Id == scope.VillageId,
    };
}
