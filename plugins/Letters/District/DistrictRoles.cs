namespace SmartKampung.Letters.District;

/// <summary>The roles of the district.</summary>
static class DistrictRoles
{
    static readonly string[] All = [Roles.DistrictHead, Roles.DistrictStaff];

    public static bool Contains(string role) => All.Contains(role);

    public static string? FirstOf(params IEnumerable<string> roles) => roles.FirstOrDefault(Contains);
}
