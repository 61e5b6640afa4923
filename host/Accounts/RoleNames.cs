using System.Collections.Frozen;

namespace SmartKampung.Host.Accounts;

/// <summary>What the host knows of the built-in roles.</summary>
static class RoleNames
{
    /// <summary>Who helps a village for an hour: may do what its administrator may, and gives no roles.</summary>
    public const string Support = "support";

    static readonly FrozenSet<string> OfPeople = FrozenSet.Create(Roles.Resident, Roles.Seller);

    /// <summary>Whether who has it works for the village, its district or the regency, and so needs a second step to sign in.</summary>
    public static bool IsStaff(string role) => !OfPeople.Contains(role);

    /// <summary>Whether the role is worth something in the villages that it is over: who administers the regency enters one by a visit, which is a role of its own there.</summary>
    public static bool CountsInVillages(string role) => role != Roles.RegencyAdministrator;

    /// <summary>Whether who has the role, where it counts, may do what the other one may.</summary>
    public static bool Includes(string role, string other) => role == other || (role is Roles.RegencyAdministrator or Support && other == Roles.Administrator);

    public static bool Holds(string role, Permission permission) =>
        permission.Roles.Any(named => Includes(role, named)) && !(role == Support && permission == HostPermissions.People);
}
