namespace SmartKampung.Residents.Statistics;

/// <summary>The monthly population report (LAMPID): who was born, died, came and left, from the number at the month's beginning to that at its end.</summary>
sealed class MonthlyReport(IDocumentSession session)
{
    static readonly FlowKind[] Kinds = [FlowKind.Birth, FlowKind.Death, FlowKind.Arrival, FlowKind.Departure, FlowKind.Other];

    /// <param name="month">The month, see <see cref="PopulationFlow.NumberOf"/>.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<IReadOnlyList<ReportRow>> OfAsync(int month, CancellationToken stop)
    {
        var now = (await session.Query<PopulationCount>().ToListAsync(stop)).SelectMany(count => count.Tallies).Where(tally => tally.Of == Respect.Nationality).Aggregate(Flow.None(FlowKind.Other), Counted);
        var flows = await session.Query<PopulationFlow>().Where(flow => flow.Month >= month).ToListAsync(stop);
        var closing = now + -Sum(flows.Where(flow => flow.Month > month).SelectMany(flow => flow.Flows));
        var ofMonth = flows.Where(flow => flow.Month == month).SelectMany(flow => flow.Flows).ToLookup(flow => flow.Kind);
        var opening = closing + -Sum(ofMonth.SelectMany(flow => flow));
        return [new("opening", opening), .. Kinds.Select(kind => new ReportRow(NameOf(kind), IsLoss(kind) ? -Sum(ofMonth[kind]) : Sum(ofMonth[kind]))), new("closing", closing)];
    }

    static bool IsLoss(FlowKind kind) => kind is FlowKind.Death or FlowKind.Departure;

    static string NameOf(FlowKind kind) => kind.ToString().ToLowerInvariant();

    static Flow Sum(IEnumerable<Flow> flows) => flows.Aggregate(Flow.None(FlowKind.Other), (sum, flow) => sum + flow);

    static Flow Counted(Flow sum, Tally tally) => sum + (tally.Value == People.Nationalities.Foreigner
        ? Flow.None(FlowKind.Other) with { MaleForeigners = tally.Men, FemaleForeigners = tally.Women }
        : Flow.None(FlowKind.Other) with { MaleCitizens = tally.Men, FemaleCitizens = tally.Women });
}

/// <summary>A row of the report.</summary>
/// <param name="Name">Of the texts under <c>lampid.NAME</c>.</param>
/// <param name="Of">Who.</param>
sealed record ReportRow(string Name, Flow Of)
{
    public int Men => Of.MaleCitizens + Of.MaleForeigners;

    public int Women => Of.FemaleCitizens + Of.FemaleForeigners;

    public int All => Men + Women;
}
