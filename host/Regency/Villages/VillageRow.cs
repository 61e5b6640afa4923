using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Regency;

/// <summary>A village in the regency's lists.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Desa or kelurahan.</param>
/// <param name="District">The name of its district.</param>
/// <param name="Slug">Its part of its address.</param>
/// <param name="State">open, read_only or archived.</param>
sealed record VillageRow(string Code, string Name, VillageKind Kind, string District, string Slug, string State)
{
    public static VillageRow Of(VillageEntry village) => new(village.Code, village.Name, village.Record.Kind, village.District.Name, village.Slug, StateOf(village));

    public static string StateOf(VillageEntry village) => village.IsClosed ? "archived" : village.IsReadOnly ? "read_only" : "open";
}
