namespace SmartKampung.Residents.People;

/// <summary>Fills the demo village's register with 1,200 invented people in 400 families. All or nothing, and once.</summary>
static class FillDemo
{
    public static async Task Fill(IDocumentSession session, Register register, Village village, TimeProvider clock, CancellationToken stop)
    {
        if (await session.Query<Unit>().AnyAsync(stop)) return;
        var today = village.TimeZone.DayOf(clock.GetUtcNow());
        var places = DemoPlaces.Of(village.Profile.Hamlets);
        var households = DemoHouseholds.Make(places, today);
        foreach (var unit in DemoPlaces.Units(places, households, today)) session.Store(unit);
        foreach (var household in households)
        {
            register.Keep(household.Family);
            foreach (var member in household.Members) await register.AddAsync(member, new(ChangeKind.Added, On: today.AddYears(-1)) { IsTold = false }, stop);
        }

        await register.SaveAsync(stop);
    }
}
