using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Portal;

/// <summary>A village in a list.</summary>
sealed record VillageLink(string Name, string Slug, VillageKind Kind, Area District, string PostalCode)
{
    public static VillageLink To(VillageEntry entry) => new(entry.Name, entry.Slug, entry.Record.Kind, entry.District, entry.Record.PostalCode);
}
