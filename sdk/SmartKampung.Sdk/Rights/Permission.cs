namespace SmartKampung.Sdk;

/// <summary>A right to do something in a village.</summary>
/// <param name="Name">The module's id, a dot and a verb, such as <c>news.publish</c>.</param>
/// <param name="Roles">The roles that hold it at first, see <see cref="Sdk.Roles"/>; administrators can change them.</param>
public sealed record Permission(string Name, params IReadOnlyList<string> Roles);

/// <summary>The roles that every installation has.</summary>
public static class Roles
{
    /// <summary>Someone registered as living in the village.</summary>
    public const string Resident = "resident";

    /// <summary>Someone who sells in the village's marketplace.</summary>
    public const string Seller = "seller";

    /// <summary>The head of an RT (neighbourhood unit), limited to it.</summary>
    public const string NeighborhoodHead = "neighborhood-head";

    /// <summary>The head of an RW (community unit), limited to it.</summary>
    public const string CommunityHead = "community-head";

    /// <summary>The head of a hamlet (dusun), limited to it.</summary>
    public const string HamletHead = "hamlet-head";

    /// <summary>Staff of the village's office.</summary>
    public const string Operator = "operator";

    /// <summary>The village's secretary.</summary>
    public const string Secretary = "secretary";

    /// <summary>The village's head (kepala desa, lurah).</summary>
    public const string Head = "head";

    /// <summary>Who switches modules on and gives people roles.</summary>
    public const string Administrator = "administrator";

    /// <summary>Staff of the district, over its villages.</summary>
    public const string DistrictStaff = "district-staff";

    /// <summary>The head of the district (camat), over its villages.</summary>
    public const string DistrictHead = "district-head";

    /// <summary>Who runs the installation for the regency; in a village they may do nothing until they enter it as its support, which it is told.</summary>
    public const string RegencyAdministrator = "regency-administrator";

    /// <summary>Who reads everything and changes nothing.</summary>
    public const string Auditor = "auditor";
}
