using System.Collections.Concurrent;
using System.Net;

namespace SmartKampung.Host.Accounts;

/// <summary>Counts wrong keys by the address that they come from, so that guessing is slow.</summary>
sealed class WrongKeys(TimeProvider clock)
{
    public const int Allowed = 10;
    const int MaxAddresses = 10_000;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<IPAddress, Count> counts = new();

    /// <summary>Counts a wrong key and tells whether there were too many within a minute.</summary>
    public bool Add(IPAddress address)
    {
        var now = clock.GetUtcNow();
        if (counts.Count >= MaxAddresses) Forget(now);
        var count = counts.AddOrUpdate(address, _ => new(1, now), (_, old) => now - old.Since < Window ? old with { Keys = old.Keys + 1 } : new(1, now));
        return count.Keys > Allowed;
    }

    void Forget(DateTimeOffset now)
    {
        foreach (var (address, count) in counts)
            if (now - count.Since >= Window) counts.TryRemove(address, out _);
        if (counts.Count >= MaxAddresses) counts.Clear();
    }

    readonly record struct Count(int Keys, DateTimeOffset Since);
}
