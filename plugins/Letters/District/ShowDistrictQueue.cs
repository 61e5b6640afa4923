namespace SmartKampung.Letters.District;

/// <summary>All requests that wait for the district, over all of its villages, which decide on them, and how letters stand there.</summary>
static class ShowDistrictQueue
{
    const int PerPage = 25;

    public static async Task<Page> Show(string? desa, string? jenis, string? halaman, DistrictQueue queue, FiguresByArea figures, IVillagesInSight villages, CancellationToken stop)
    {
        var filter = new DistrictFilter(desa ?? "", jenis ?? "");
        if (filter.Village.Length > 0 && villages.Find(filter.Village) is null) return Page.NotFound();
        var all = await queue.ListAsync(stop);
        var rows = all.Where(filter.Keeps).ToList();
        var (page, last) = (PageNumber.Of(halaman), PageNumber.Last(rows.Count, PerPage));
        if (page > last) return Page.NotFound();
        return Page.View("letters-district", new
        {
            rows = rows.Skip((page - 1) * PerPage).Take(PerPage).ToList(),
            waiting = all.Count,
            late = all.Count(row => row.IsLate),
            decided = await figures.CountDecidedAsync(stop),
            areas = await figures.ListAsync(stop),
            filter,
            villages = villages.All.OrderBy(village => village.Name, StringComparer.OrdinalIgnoreCase).ToList(),
            types = all.Select(row => new DistrictType(row.Request.Type, row.Request.Name)).DistinctBy(type => type.Slug).OrderBy(type => type.Name.Indonesian, StringComparer.OrdinalIgnoreCase).ToList(),
            hasDistricts = villages.Districts.Count > 1,
            pageNumber = page,
            last,
        });
    }
}

/// <summary>Which requests are looked for.</summary>
/// <param name="Village">The code of a village; empty for any.</param>
/// <param name="Type">The slug of a type; empty for any.</param>
sealed record DistrictFilter(string Village, string Type)
{
    public string PagesPath => $"/kelola/letters?desa={Uri.EscapeDataString(Village)}&jenis={Uri.EscapeDataString(Type)}&halaman=";

    public bool Keeps(DistrictRow row) => (Village.Length == 0 || row.Village.Code == Village) && (Type.Length == 0 || row.Request.Type == Type);
}

/// <summary>A type that something waits of.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="Name">What the first village calls it.</param>
sealed record DistrictType(string Slug, LocalText Name);
