using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Portal;

/// <summary>What the page for an unknown address tells when the address may have meant a village; looked up only when that page is shown.</summary>
sealed class UnknownVillage(HttpContext context, VillageRegistry villages)
{
    public string Asked => context.Request.Path.Value?.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";

    public IReadOnlyList<VillageLink> Nearest => context.GetEndpoint() is null ? NearestIn(villages.Villages) : [];

    IReadOnlyList<VillageLink> NearestIn(VillageIndex index) => [.. index.NearestTo(Asked).Select(VillageLink.In(index))];
}
