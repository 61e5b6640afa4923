using System.Collections.Concurrent;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>
/// Finds the plan that reads the fewest documents by walking over a few keys of each, then over more: LiteDB keeps no counts, and half a village may live
/// in a "Jalan". What it costs grows with the narrowest plan, not with the others.
/// </summary>
sealed class NarrowestPlan
{
    const int First = 16;
    const int Growth = 4;
    const int Wide = 256;
    const int MostKnown = 1_000;

    /// <summary>What is wide is asked for often, and stays wide. Where much was deleted since, another plan is read, which finds the same.</summary>
    readonly ConcurrentDictionary<string, int> known = new(StringComparer.Ordinal);

    /// <param name="plans">The likely narrowest first.</param>
    /// <param name="last">Where all find more than this, that one does.</param>
    /// <param name="collection">Where they read.</param>
    /// <param name="countUpTo">Counts what a plan finds.</param>
    public QueryPlan Of(IReadOnlyList<QueryPlan> plans, int last, string collection, Func<QueryPlan, int, int> countUpTo)
    {
        for (var limit = First; plans.Count > 1 && limit <= last; limit *= Growth)
        {
            // Where all others are wide, one look at this one is enough.
            if (plans.Count(plan => known.GetValueOrDefault(NameOf(plan)) < last) == 1) limit = last;
            var (narrowest, least) = ((QueryPlan?)null, limit);
            foreach (var plan in plans)
            {
                if (Count(plan, least) is var count && count >= least) continue;
                (narrowest, least) = (plan, count);
            }

            if (narrowest is not null) return narrowest;
        }

        return plans[0];

        string NameOf(QueryPlan plan) => $"{collection}.{plan.Name}";

        int Count(QueryPlan plan, int least)
        {
            var name = NameOf(plan);
            if (known.GetValueOrDefault(name) >= least) return least;
            var count = countUpTo(plan, least);
            if (count >= Wide) Note(name, count);
            return count;
        }
    }

    void Note(string name, int count)
    {
        if (known.Count >= MostKnown) known.Clear();
        known[name] = count;
    }
}
