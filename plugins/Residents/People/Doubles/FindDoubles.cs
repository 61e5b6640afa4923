namespace SmartKampung.Residents.People;

/// <summary>Finds people of the same national number in several villages: portion by portion, so that neither queries nor memory grow with how many people there are.</summary>
sealed class FindDoubles(IDocumentSession session, IVillagesInSight sight, IPerson person, TimeProvider clock)
{
    const int MostKept = 500;

    /// <summary>Searches, and keeps what was found in place of what the person found before.</summary>
    public async Task SearchAsync(CancellationToken stop)
    {
        var found = (await FindAsync(stop)).OrderByDescending(one => one.IsForGood).ThenBy(one => one.Places[0].Village, StringComparer.Ordinal).ToList();
        foreach (var before in await OwnAsync(stop)) session.Delete(before);
        session.Store(new DoublesSearch { Person = person.Id, At = clock.GetUtcNow(), Count = found.Count, Found = [.. found.Take(MostKept)] });
        await session.SaveChangesAsync(stop);
    }

    /// <summary>What the person found last; null where they did not search.</summary>
    public async Task<DoublesSearch?> LastAsync(CancellationToken stop) => (await OwnAsync(stop)).MaxBy(search => search.At) is { } last ? last with { Found = [.. last.Found.Where(IsInSight)] } : null;

    Task<IReadOnlyList<DoublesSearch>> OwnAsync(CancellationToken stop)
    {
        var own = person.Id;
        return session.Query<DoublesSearch>().Where(search => search.Person == own).ToListAsync(stop);
    }

    async Task<IReadOnlyList<DoubleRecord>> FindAsync(CancellationToken stop)
    {
        var found = new List<DoubleRecord>();
        for (var portion = 0; portion < PersonInVillage.Portions; portion++) found.AddRange(DoublesIn(await PeopleAsync(portion, stop)).Where(IsInSight));
        return found;
    }

    Task<IReadOnlyList<PersonInVillage>> PeopleAsync(int portion, CancellationToken stop) => session.Query<PersonInVillage>().Where(one => one.Portion == portion).ToListAsync(stop);

    static IEnumerable<DoubleRecord> DoublesIn(IReadOnlyList<PersonInVillage> people) =>
        from one in people
        group one by one.Nik into same
        where same.Skip(1).Any()
        select new DoubleRecord([.. same.OrderBy(one => one.Village, StringComparer.Ordinal).ThenBy(one => one.Id).Select(PlaceOf)]);

    static DoublePlace PlaceOf(PersonInVillage one) => new(one.Id, one.Village, one.VillageSlug, one.District, one.DistrictName, one.State, one.RecordedAt);

    /// <summary>One of the villages is enough: its district has to know of the other.</summary>
    bool IsInSight(DoubleRecord record) => record.Places.Any(place => sight.Districts.Any(district => district.Code == place.District));
}
