using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Accounts;

/// <summary>Who is signed in on this request, kept in its features; nobody has none.</summary>
/// <param name="Account">Their account.</param>
/// <param name="Roles">All that they have, wherever.</param>
/// <param name="Device">The browser that they are at.</param>
sealed record SignedIn(Account Account, IReadOnlyList<RoleAssignment> Roles, Device Device)
{
    public static SignedIn? Of(HttpContext context) => context.Features.Get<SignedIn>();

    /// <summary>The token that a program acts for them with, or null for themselves.</summary>
    public ApiToken? Token { get; init; }

    /// <summary>Whether any of their roles is that of staff, who prove themselves twice.</summary>
    public bool IsStaff => Roles.Any(role => RoleNames.IsStaff(role.Role));

    /// <summary>Whether what they may do waits for their second step: that of staff, and of whoever has set one up.</summary>
    public bool NeedsSecondStep => !HasProvedTwice && (IsStaff || Account.HasSecondStep);

    public bool HasProvedTwice => Device.Proof == Proof.SecondStep;

    /// <summary>Their roles in a village, its district and the regency; without a village, those in the regency. The regency's administrator is nobody in a village but on a visit.</summary>
    public IEnumerable<string> RolesIn(Village? village) => from role in GivenIn(village) select role.Role;

    /// <summary>The same, and at the portal those over districts too.</summary>
    public IEnumerable<string> RolesAt(Village? village) => village is null ? RolesIn(null).Concat(RolesOverDistricts) : RolesIn(village);

    /// <summary>The parts of the village that they are limited to; null where one of their roles is not limited, or none is that of staff.</summary>
    public IReadOnlyList<Territory>? TerritoriesIn(Village village)
    {
        var limits = GivenIn(village).Where(role => RoleNames.IsStaff(role.Role)).Select(role => role.Territory).ToList();
        return limits.Count == 0 || limits.Contains(null) ? null : [.. limits.OfType<Territory>()];
    }

    /// <summary>By what a module knows them in a village, or null.</summary>
    public Guid? ReferenceIn(Village village) => GivenIn(village).Select(role => role.Reference).FirstOrDefault(reference => reference is not null);

    IEnumerable<RoleAssignment> GivenIn(Village? village) =>
        from role in Provable
        where Covers(Scope.Parse(role.Scope), village) && (village is null || RoleNames.CountsInVillages(role.Role))
        where Token is null || Covers(Scope.Parse(Token.Scope), village)
        select role;

    /// <summary>Their roles over the villages of districts; a token is for one village.</summary>
    IEnumerable<string> RolesOverDistricts => from role in Provable where Token is null && Scope.Parse(role.Scope).Kind is ScopeKind.District select role.Role;

    /// <summary>The codes of the districts that they have a role over; null for who has one over the whole regency.</summary>
    public IReadOnlyCollection<string>? Districts
    {
        get
        {
            var scopes = Provable.Select(role => Scope.Parse(role.Scope)).ToArray();
            return scopes.Contains(Scope.Regency) ? null : scopes.Where(scope => scope.Kind is ScopeKind.District).Select(scope => scope.DistrictCode).ToHashSet();
        }
    }

    IEnumerable<RoleAssignment> Provable => Roles.Where(role => HasProvedTwice || !(RoleNames.IsStaff(role.Role) || Account.HasSecondStep));

    static bool Covers(Scope scope, Village? village) => scope.Kind switch
    {
        ScopeKind.Regency => true,
        ScopeKind.District => village?.District.Code == scope.DistrictCode,
        _ => village?.Id == scope.VillageId,
    };
}
