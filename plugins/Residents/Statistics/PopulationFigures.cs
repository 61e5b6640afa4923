using System.Globalization;

namespace SmartKampung.Residents.Statistics;

/// <summary>The people of the parts that a reader sees, counted in several respects; read from the figures of the RTs, never from the register.</summary>
sealed class PopulationFigures(IDocumentSession session, Village village, TimeProvider clock)
{
    const int AgeStep = 5;
    const int OldestGroup = 75;
    const int UnknownAge = -1;

    static readonly (string Name, Respect Of)[] Listed = [("education", Respect.Education), ("occupation", Respect.Occupation), ("marital_status", Respect.MaritalStatus), ("religion", Respect.Religion), ("blood_group", Respect.BloodGroup), ("nationality", Respect.Nationality)];

    /// <param name="hamlet">Of one hamlet alone, or null.</param>
    /// <param name="hidesFew">Whether figures under five are hidden.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<Population> OfAsync(string? hamlet, bool hidesFew, CancellationToken stop)
    {
        var counts = await session.Query<PopulationCount>().ToListAsync(stop);
        var chosen = hamlet is null ? counts : [.. counts.Where(count => count.Place?.Hamlet == hamlet)];
        var tallies = chosen.SelectMany(count => count.Tallies).ToLookup(tally => tally.Of);
        List<FigureTable> tables =
        [
            TableOf("age", Ages(chosen), inOrder: true),
            TableOf("hamlet", chosen.SelectMany(count => count.Tallies.Where(tally => tally.Of == Respect.Nationality).Select(tally => (count.Place?.Hamlet ?? "", tally.Men, tally.Women))), inOrder: true),
            .. Listed.Select(one => TableOf(one.Name, tallies[one.Of].Select(tally => (tally.Value, tally.Men, tally.Women)), inOrder: false)),
        ];
        var hamlets = counts.Select(count => count.Place?.Hamlet).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        return new(tallies[Respect.FamilyHead].Sum(head => head.Men + head.Women), [.. hamlets], hidesFew ? [.. tables.Select(HideFew.In)] : tables);
    }

    static FigureTable TableOf(string name, IEnumerable<(string Name, int Men, int Women)> figures, bool inOrder)
    {
        var rows = figures.GroupBy(figure => figure.Name).Select(group => new FigureRow(group.Key, group.Sum(one => one.Men), group.Sum(one => one.Women))).Where(row => row.All > 0);
        FigureRow[] ordered = [.. inOrder ? rows.OrderBy(row => row.Name, StringComparer.Ordinal) : rows.OrderByDescending(row => row.All).ThenBy(row => row.Name, StringComparer.Ordinal)];
        return new(name, ordered, new("", ordered.Sum(row => row.Men ?? 0), ordered.Sum(row => row.Women ?? 0)));
    }

    /// <summary>By the age today, such as 05-09; empty where the birth date is not known.</summary>
    IEnumerable<(string, int, int)> Ages(IReadOnlyList<PopulationCount> counts)
    {
        var today = village.TimeZone.DayOf(clock.GetUtcNow());
        var men = counts.SelectMany(count => count.MenBorn).CountBy(day => GroupOf(day, today)).Select(group => (NameOf(group.Key), group.Value, 0));
        return men.Concat(counts.SelectMany(count => count.WomenBorn).CountBy(day => GroupOf(day, today)).Select(group => (NameOf(group.Key), 0, group.Value)));
    }

    /// <summary>The youngest age of the group.</summary>
    static int GroupOf(int day, DateOnly today) => day == 0 ? UnknownAge : Math.Min(AgeOn(DateOnly.FromDayNumber(day), today) / AgeStep * AgeStep, OldestGroup);

    static string NameOf(int group) => group switch
    {
        UnknownAge => "",
        OldestGroup => $"{OldestGroup}+",
        _ => string.Create(CultureInfo.InvariantCulture, $"{group:00}-{group + AgeStep - 1:00}"),
    };

    public static int AgeOn(DateOnly born, DateOnly day) => Math.Max(0, day.Year - born.Year - (day < born.AddYears(day.Year - born.Year) ? 1 : 0));
}

/// <summary>What a page of figures shows.</summary>
/// <param name="Families">How many families have a head here.</param>
/// <param name="Hamlets">The hamlets that the reader sees.</param>
/// <param name="Tables">One for each respect.</param>
sealed record Population(int Families, IReadOnlyList<string> Hamlets, IReadOnlyList<FigureTable> Tables)
{
    public FigureRow Total => Tables[0].Total;
}
