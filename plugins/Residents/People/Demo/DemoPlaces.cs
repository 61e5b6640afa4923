namespace SmartKampung.Residents.People;

/// <summary>Where the invented people live: three hamlets with two RW each, and three RT in each of these.</summary>
static class DemoPlaces
{
    const int Hamlets = 3;
    const int RwPerHamlet = 2;
    const int RtPerRw = 3;

    public static IReadOnlyList<Territory> Of(IReadOnlyList<string> hamlets) =>
    [
        .. from hamlet in hamlets.DefaultIfEmpty("Krajan").Take(Hamlets)
           from rw in Enumerable.Range(1, RwPerHamlet)
           from rt in Enumerable.Range(1, RtPerRw)
           select new Territory(hamlet, $"{rw:000}", $"{rt:000}"),
    ];

    /// <summary>The RT, their RW and hamlets, each with somebody of it as its head.</summary>
    public static IEnumerable<Unit> Units(IReadOnlyList<Territory> places, IReadOnlyList<DemoHousehold> households, DateOnly today)
    {
        var number = 0;
        foreach (var place in places.Concat(places.Select(rt => rt with { RtNumber = null })).Concat(places.Select(rt => new Territory(rt.Hamlet))).Distinct())
        {
            var head = households.Select(household => household.Members[0]).Where(member => place.Contains(member.Place) && member.IsMale).ElementAt(number % 2);
            number++;
            yield return Unit.At(place) with { Terms = [new(head.Name, head.Id, new DateOnly(today.Year - 2, 1, 2), null, $"SK 141/{number}/{today.Year - 2}")] };
        }
    }
}
