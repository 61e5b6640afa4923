namespace SmartKampung.Letters.District;

/// <summary>What waits for the districts of the present person, the longest first.</summary>
sealed class DistrictQueue(IDocumentSession session, IVillagesInSight villages, IAddresses addresses, TimeProvider clock)
{
    public async Task<IReadOnlyList<DistrictRow>> ListAsync(CancellationToken stop)
    {
        var (now, districts) = (clock.GetUtcNow(), villages.Districts.Select(district => district.Code).ToList());
        var inSight = villages.All.ToDictionary(village => village.Code);
        var waiting = await session.Query<DistrictRequest>().Where(request => districts.Contains(request.District)).OrderBy(request => request.Since).ToListAsync(stop);
        return [.. from request in waiting where inSight.ContainsKey(request.Village) select DistrictRow.Of(request, inSight[request.Village], addresses, now)];
    }
}

/// <summary>A request in the list.</summary>
/// <param name="Request">The request.</param>
/// <param name="Village">Where it was asked for.</param>
/// <param name="Address">Its page in that village's console.</param>
/// <param name="IsLate">Whether it is past its time.</param>
/// <param name="Hours">The whole hours until it is late, or since.</param>
sealed record DistrictRow(DistrictRequest Request, VillageInSight Village, string Address, bool IsLate, int Hours)
{
    public static DistrictRow Of(DistrictRequest request, VillageInSight village, IAddresses addresses, DateTimeOffset now)
    {
        var left = request.DueAt - now;
        return new(request, village, addresses.InVillage(village.Slug, $"/kelola/letters/permohonan/{request.Id}"), left <= TimeSpan.Zero, (int)left.Duration().TotalHours);
    }
}
