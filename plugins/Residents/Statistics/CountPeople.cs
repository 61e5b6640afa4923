namespace SmartKampung.Residents.Statistics;

/// <summary>The figures of a register for dashboards.</summary>
static class CountPeople
{
    public static async Task<IReadOnlyList<Indicator>> Count(MonthlyReport report, PopulationFigures figures, Village village, TimeProvider clock, CancellationToken stop)
    {
        var rows = await report.OfAsync(PopulationFlow.NumberOf(village.TimeZone.DayOf(clock.GetUtcNow())), stop);
        return
        [
            new("residents", Of("closing")),
            new("families", (await figures.OfAsync(null, hidesFew: false, stop)).Families),
            new("born-this-month", Of("birth")),
            new("died-this-month", Of("death")),
        ];

        int Of(string name) => rows.First(row => row.Name == name).All;
    }
}
