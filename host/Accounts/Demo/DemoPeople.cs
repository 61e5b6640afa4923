using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Accounts.Demo;

/// <summary>Who can be tried out with --demo: one for each role that sees something else. Their ids are always the same, so that what they did stays theirs.</summary>
static class DemoPeople
{
    public const string Password = "coba desa licin";

    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        new(1, "Ratna Wulandari", "kabupaten@demo.example", Roles.RegencyAdministrator),
        new(2, "Bambang Sutrisno", "desa@demo.example", Roles.Administrator),
        new(3, "Dewi Lestari", "operator@demo.example", Roles.Operator),
        new(8, "Siti Rahmawati", "sekdes@demo.example", Roles.Secretary),
        new(9, "Wahyu Prasetyo", "kades@demo.example", Roles.Head),
        new(4, "Sunaryo", "dusun@demo.example", Roles.HamletHead) { Territory = new("Krajan") },
        new(10, "Slamet Riyadi", "rt@demo.example", Roles.NeighborhoodHead) { Territory = new("Krajan", "001", "001") },
        new(5, "Ayu Puspita", "warga@demo.example", Roles.Resident),
        new(6, "Hendra Gunawan", "camat@demo.example", Roles.DistrictHead),
        new(7, "Nur Aini", "kecamatan@demo.example", Roles.DistrictStaff),
    ];

    public static Scope ScopeOf(DemoPerson person, VillageEntry village) => person.Role switch
    {
        Roles.RegencyAdministrator => Scope.Regency,
        Roles.DistrictHead or Roles.DistrictStaff => Scope.District(village.District.Code),
        _ => Scope.Village(village.Id),
    };
}

/// <param name="Number">Makes the id.</param>
/// <param name="Name">As pages show it.</param>
/// <param name="Login">What they sign in with; it can't be written to.</param>
/// <param name="Role">What can be tried out.</param>
sealed record DemoPerson(byte Number, string Name, string Login, string Role)
{
    public Guid Id { get; } = new(0xde300000, 0, 0, 0, 0, 0, 0, 0, 0, 0, Number);

    /// <summary>The part of the demo village that the role is limited to, or null.</summary>
    public Territory? Territory { get; init; }

    /// <summary>By what modules know a resident of the demo village: the same id, so that a register's demo content can have them in it.</summary>
    public Guid? Reference => Role == Roles.Resident ? Id : null;
}
