namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>
/// Finds the plan that reads the fewest documents by walking over a few keys of each, then over more: LiteDB keeps no counts, and half a village may live
/// in a "Jalan". What it costs grows with the narrowest plan, not with the others.
/// </summary>
static class NarrowestPlan
{
    const int First = 16;
    const int Growth = 4;

    /// <summary>Where all find more than this, the likely narrowest does.</summary>
    const int Last = 4096;

    public static QueryPlan Of(IReadOnlyList<QueryPlan> plans, Func<QueryPlan, int, int> countUpTo)
    {
        for (var limit = First; plans.Count > 1 && limit <= Last; limit *= Growth)
        {
            var (narrowest, least) = ((QueryPlan?)null, limit);
            foreach (var plan in plans)
            {
                if (countUpTo(plan, least) is var count && count >= least) continue;
                (narrowest, least) = (plan, count);
            }

            if (narrowest is not null) return narrowest;
        }

        return plans[0];
    }
}
