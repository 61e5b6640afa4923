using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Portal;

/// <summary>All villages, or those that fit what was typed; where none does, the nearest names.</summary>
static class ShowDirectory
{
    const string Address = "/desa";

    public static Page Handle(string? cari, string? halaman, VillageRegistry villages)
    {
        var search = new SearchText(cari).Value;
        var index = villages.Villages;
        var found = index.Search(search, PageNumber.Of(halaman));
        if (found.Villages.Count == 0 && found.Page > found.LastPage) return Page.NotFound();
        return Page.View("portal-directory", new
        {
            search,
            total = found.Total,
            villages = found.Villages.Select(VillageLink.In(index)).ToList(),
            current = found.Page,
            last = found.LastPage,
            pages_address = search is null ? $"{Address}?halaman=" : $"{Address}?cari={Uri.EscapeDataString(search)}&halaman=",
            nearest = found.Total > 0 || search is null ? [] : index.NearestTo(search).Select(VillageLink.In(index)).ToList(),
        });
    }
}
