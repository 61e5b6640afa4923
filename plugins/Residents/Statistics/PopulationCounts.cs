using System.Security.Cryptography;
using System.Text;
using SmartKampung.Residents.People;

namespace SmartKampung.Residents.Statistics;

/// <summary>Moves the figures of RTs and months with each record, in the unit of work that writes it.</summary>
sealed class PopulationCounts(IDocumentSession session)
{
    readonly Dictionary<Guid, PopulationCount> counts = [];
    readonly Dictionary<Guid, PopulationFlow> flows = [];

    /// <param name="before">The record as it is stored; null where it is new.</param>
    /// <param name="after">As it is to be; null where it goes.</param>
    /// <param name="kind">As what the monthly report counts it.</param>
    /// <param name="on">The day that it counts for.</param>
    /// <param name="stop">Cancels.</param>
    public async Task MoveAsync(Resident? before, Resident? after, FlowKind kind, DateOnly on, CancellationToken stop)
    {
        if (before is { IsHere: true } && after is { IsHere: true } && IsCountedAlike(before, after)) return;
        if (before is { IsHere: true }) await CountAsync(before, -1, kind, on, stop);
        if (after is { IsHere: true }) await CountAsync(after, 1, kind, on, stop);
    }

    /// <summary>What was stored is saved; its documents have moved on.</summary>
    public void Forget()
    {
        counts.Clear();
        flows.Clear();
    }

    /// <summary>What somebody is counted as.</summary>
    public static IEnumerable<(Respect Of, string Value)> ValuesOf(Resident resident)
    {
        yield return (Respect.Education, resident.Education);
        yield return (Respect.Occupation, resident.Occupation);
        yield return (Respect.Religion, resident.Religion);
        yield return (Respect.MaritalStatus, resident.MaritalStatus);
        yield return (Respect.BloodGroup, resident.BloodGroup);
        yield return (Respect.Nationality, resident.Nationality);
        if (Households.IsHead(resident)) yield return (Respect.FamilyHead, "");
    }

    static bool IsCountedAlike(Resident before, Resident after) =>
        before.Place == after.Place && before.IsMale == after.IsMale && before.BirthDate == after.BirthDate && ValuesOf(before).SequenceEqual(ValuesOf(after));

    async Task CountAsync(Resident resident, int more, FlowKind kind, DateOnly on, CancellationToken stop)
    {
        var count = await CountOfAsync(resident.Place, stop);
        Keep(Born(count with { Tallies = Counted(count.Tallies, resident, more) }, resident, more));
        var flow = await FlowOfAsync(resident.Place, PopulationFlow.NumberOf(on), stop);
        var one = One(kind, resident);
        Keep(flow with { Flows = Added(flow.Flows, more > 0 ? one : -one) });
    }

    async Task<PopulationCount> CountOfAsync(Territory? place, CancellationToken stop)
    {
        var id = IdOf($"count/{KeyOf(place)}");
        return counts.GetValueOrDefault(id) ?? await session.LoadAsync<PopulationCount>(id, stop) ?? new() { Id = id, Place = place };
    }

    async Task<PopulationFlow> FlowOfAsync(Territory? place, int month, CancellationToken stop)
    {
        var id = IdOf($"flow/{month}/{KeyOf(place)}");
        return flows.GetValueOrDefault(id) ?? await session.LoadAsync<PopulationFlow>(id, stop) ?? new() { Id = id, Place = place, Month = month };
    }

    void Keep(PopulationCount count) => session.Store(counts[count.Id] = count);

    void Keep(PopulationFlow flow) => session.Store(flows[flow.Id] = flow);

    static Tally[] Counted(IReadOnlyList<Tally> tallies, Resident resident, int more)
    {
        var counted = tallies.ToDictionary(tally => (tally.Of, tally.Value));
        foreach (var (of, value) in ValuesOf(resident))
        {
            var tally = counted.GetValueOrDefault((of, value)) ?? new(of, value, 0, 0);
            counted[(of, value)] = resident.IsMale ? tally with { Men = tally.Men + more } : tally with { Women = tally.Women + more };
        }

        return [.. counted.Values.Where(tally => tally.Men != 0 || tally.Women != 0)];
    }

    static PopulationCount Born(PopulationCount count, Resident resident, int more)
    {
        var day = resident.BirthDate?.DayNumber ?? 0;
        return resident.IsMale ? count with { MenBorn = Born(count.MenBorn, day, more) } : count with { WomenBorn = Born(count.WomenBorn, day, more) };
    }

    static List<int> Born(IReadOnlyList<int> days, int day, int more)
    {
        List<int> born = [.. days];
        if (more > 0) born.Add(day);
        else born.Remove(day);
        return born;
    }

    static Flow[] Added(IReadOnlyList<Flow> flows, Flow more) =>
        [.. flows.Where(flow => flow.Kind != more.Kind), (flows.FirstOrDefault(flow => flow.Kind == more.Kind) ?? Flow.None(more.Kind)) + more];

    static Flow One(FlowKind kind, Resident resident) => (resident.IsMale, resident.Nationality != Nationalities.Foreigner) switch
    {
        (true, true) => Flow.None(kind) with { MaleCitizens = 1 },
        (false, true) => Flow.None(kind) with { FemaleCitizens = 1 },
        (true, false) => Flow.None(kind) with { MaleForeigners = 1 },
        _ => Flow.None(kind) with { FemaleForeigners = 1 },
    };

    static string KeyOf(Territory? place) => place is null ? "" : Unit.KeyOf(place);

    /// <summary>By what it counts, so that two who come first to an RT at once find out.</summary>
    static Guid IdOf(string key) => new(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16));
}
