using BitFaster.Caching.Lru;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Consoles;

/// <summary>What modules cost a village so far. What is kept is counted in one pass over the village's file, and told for some minutes.</summary>
sealed class ModuleCosts(IDocumentStore store, ModuleTimes times, TimeProvider clock)
{
    const int Capacity = 256;
    static readonly TimeSpan Told = TimeSpan.FromMinutes(5);

    readonly ConcurrentLru<Guid, Measured> measured = new(Capacity);

    /// <summary>Since when answers are counted.</summary>
    public DateTimeOffset Since => times.Since;

    public Func<string, ModuleCost> In(Guid village)
    {
        var held = HeldIn(village);
        return module => CostOf(village, module, held.Where(documents => documents.Owner == module));
    }

    ModuleCost CostOf(Guid village, string module, IEnumerable<HeldDocuments> held)
    {
        var (kept, answers) = (held.ToList(), times.Find(village, module));
        return new(kept.Sum(documents => documents.Count), kept.Sum(documents => documents.Bytes), answers?.Count ?? 0, answers?.Within(0.5) ?? 0, answers?.Within(0.95) ?? 0);
    }

    IReadOnlyList<HeldDocuments> HeldIn(Guid village)
    {
        if (measured.TryGet(village, out var known) && clock.GetUtcNow() - known.At < Told) return known.Held;
        var now = new Measured(clock.GetUtcNow(), store.Measure(Partition.OfVillage(village)));
        measured.AddOrUpdate(village, now);
        return now.Held;
    }

    sealed record Measured(DateTimeOffset At, IReadOnlyList<HeldDocuments> Held);
}

/// <param name="Documents">How many it keeps.</param>
/// <param name="Bytes">Roughly what they take.</param>
/// <param name="Answers">How many pages it made since the start.</param>
/// <param name="Usual">Milliseconds within which half of them were ready.</param>
/// <param name="Slow">Milliseconds within which 95 of 100 were.</param>
sealed record ModuleCost(long Documents, long Bytes, long Answers, int Usual, int Slow)
{
    const long Kilobyte = 1024;
    const long Megabyte = Kilobyte * Kilobyte;

    /// <summary>In kilobytes, or in megabytes with one decimal.</summary>
    public decimal Size => IsLarge ? Math.Round((decimal)Bytes / Megabyte, 1) : (Bytes + Kilobyte - 1) / Kilobyte;

    public bool IsLarge => Bytes >= Megabyte;
}
