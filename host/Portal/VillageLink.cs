using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Portal;

/// <summary>A village in a list.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Slug">Its part of its address.</param>
/// <param name="Kind">Desa or kelurahan.</param>
/// <param name="District">Its district.</param>
/// <param name="Regency">The name of its regency, where the installation serves several; otherwise empty.</param>
/// <param name="PostalCode">Its postal code, or empty.</param>
sealed record VillageLink(string Name, string Slug, VillageKind Kind, Area District, string Regency, string PostalCode)
{
    /// <summary>Makes links to villages of this index.</summary>
    public static Func<VillageEntry, VillageLink> In(VillageIndex villages)
    {
        var tellsRegency = villages.Regencies.Count > 1;
        return entry => new(entry.Name, entry.Slug, entry.Record.Kind, entry.District, tellsRegency ? entry.Regency.Name : "", entry.Record.PostalCode);
    }
}
