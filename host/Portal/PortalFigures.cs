using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Portal;

/// <summary>The portal's figures: what the registry knows, nothing estimated.</summary>
sealed class PortalFigures(TextLibrary library)
{
    public IReadOnlyList<Figure> Of(HttpContext context, VillageIndex index, int written)
    {
        var texts = library.For(PageOwner.Host.Id, context);
        return
        [
            new(texts["figures.districts"], index.Districts.Count),
            new(texts["figures.desa"], index.Desa),
            new(texts["figures.kelurahan"], index.Open.Length - index.Desa),
            new(texts["figures.written"], written),
        ];
    }
}

/// <summary>A number and what it counts.</summary>
sealed record Figure(string Label, decimal Value);
