namespace SmartKampung.Residents.People;

/// <summary>The family of the resident whom the demo account belongs to: its role has this reference.</summary>
static class DemoAyu
{
    public static Guid Account { get; } = new("de300000-0000-0000-0000-000000000005");

    public static IEnumerable<DemoPerson> Household { get; } =
    [
        new(IsMale: true, 33, Relations.Head, "Kawin", "Agus Setiawan"),
        new(IsMale: false, 30, "Istri", "Kawin", "Ayu Puspita", Account),
        new(IsMale: true, 6, "Anak", "Belum Kawin", "Bagas Setiawan"),
        new(IsMale: false, 2, "Anak", "Belum Kawin", "Citra Setiawan"),
    ];
}
