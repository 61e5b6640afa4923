using System.Collections.Concurrent;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>How much queries find that were asked before, until the collection changes: of a word that all have, each page asks how many there are.</summary>
sealed class KnownCounts
{
    /// <summary>Fewer are counted as quickly.</summary>
    const int Wide = 256;
    const int MostKnown = 1_000;

    readonly ConcurrentDictionary<string, (int Count, int Change)> known = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, int> changes = new(StringComparer.Ordinal);

    /// <param name="collection">Where it is counted.</param>
    /// <param name="plan">What.</param>
    /// <param name="count">Counts; what is changed meanwhile is not known afterwards.</param>
    public int Of(string collection, QueryPlan plan, Func<int> count)
    {
        var (name, change) = ($"{collection}.{plan.FoundName}", changes.GetValueOrDefault(collection));
        if (known.TryGetValue(name, out var present) && present.Change == change) return present.Count;
        var counted = count();
        if (known.Count >= MostKnown) known.Clear();
        if (counted >= Wide) known[name] = (counted, change);
        return counted;
    }

    /// <summary>Before a change and after it: who counts in between counts for themselves.</summary>
    public void Change(IEnumerable<string> collections)
    {
        foreach (var collection in collections) changes.AddOrUpdate(collection, 1, static (_, before) => before + 1);
    }
}
