namespace SmartKampung.Sdk;

/// <summary>
/// The villages that the person of the present request may see as staff of a district, or of the regency, which sees all. Nobody sees any who has no such role,
/// and jobs see none. Closed villages are not among them; whether the module is on there is not asked.
/// </summary>
public interface IVillagesInSight
{
    /// <summary>All of them, in the order of their codes.</summary>
    IReadOnlyList<VillageInSight> All { get; }

    /// <summary>Their districts, in the order of their codes; what read models are narrowed down by.</summary>
    IReadOnlyList<Area> Districts { get; }

    /// <summary>The village that has the code or had it; null where there is none, and where the person may not see it.</summary>
    /// <param name="code">A code by Kemendagri, such as <c>35.10.24.2008</c>.</param>
    VillageInSight? Find(string code);
}

/// <summary>A village as the regency and its districts list it.</summary>
/// <param name="Code">The code by Kemendagri, such as <c>35.10.24.2008</c>.</param>
/// <param name="Name">The name without its kind.</param>
/// <param name="Kind">Desa or kelurahan.</param>
/// <param name="Slug">Its part of its address, see <see cref="IAddresses.InVillage"/>.</param>
/// <param name="District">The district that it lies in.</param>
/// <param name="TimeZone">Its time zone.</param>
public sealed record VillageInSight(string Code, string Name, VillageKind Kind, string Slug, Area District, TimeZoneInfo TimeZone);
