using BitFaster.Caching.Lru;

namespace SmartKampung.Host.Modules;

/// <summary>How often a module answered in a village since the host was started, and how fast. Kept for the villages that were busy lately.</summary>
sealed class ModuleTimes(TimeProvider clock)
{
    const int Capacity = 4096;

    readonly ConcurrentLru<(Guid Village, string Module), AnswerTimes> times = new(Capacity);

    public DateTimeOffset Since { get; } = clock.GetUtcNow();

    public void Note(Guid village, string module, TimeSpan time) => times.GetOrAdd((village, module), _ => new AnswerTimes()).Note(time);

    /// <summary>Null where it answered nothing.</summary>
    public AnswerTimes? Find(Guid village, string module) => times.TryGet((village, module), out var found) ? found : null;
}

/// <summary>Counts answers by how long they took, in steps.</summary>
sealed class AnswerTimes
{
    static readonly int[] Steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 30_000];

    readonly long[] counts = new long[Steps.Length];

    public long Count => counts.Sum(count => count);

    public void Note(TimeSpan time)
    {
        var step = Array.FindIndex(Steps, most => time.TotalMilliseconds <= most);
        Interlocked.Increment(ref counts[step < 0 ? ^1 : step]);
    }

    /// <summary>Milliseconds within which this share of the answers was ready, rounded up to a step.</summary>
    /// <param name="share">From 0 to 1.</param>
    public int Within(double share)
    {
        var (wanted, passed) = (share * Count, 0L);
        for (var step = 0; step < Steps.Length; step++)
            if ((passed += counts[step]) >= wanted) return Steps[step];
        return Steps[^1];
    }
}
