using System.Collections.Concurrent;
using System.Net;

namespace SmartKampung.Host.Accounts;

/// <summary>Counts what was guessed wrong by the address that it comes from, so that guessing is slow.</summary>
/// <param name="allowed">How many within a minute.</param>
/// <param name="clock">The host's clock.</param>
abstract class GuessCount(int allowed, TimeProvider clock)
{
    const int MaxAddresses = 10_000;

    static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<IPAddress, Count> counts = new();

    /// <summary>Counts a wrong guess and tells whether there were too many within a minute.</summary>
    public bool Add(HttpContext context)
    {
        var now = clock.GetUtcNow();
        if (counts.Count >= MaxAddresses) Forget(now);
        var count = counts.AddOrUpdate(ClientAddress.Of(context), _ => new(1, now), (_, old) => now - old.Since < Window ? old with { Guesses = old.Guesses + 1 } : new(1, now));
        return count.Guesses > allowed;
    }

    /// <summary>Whether so many were wrong that no more is looked at.</summary>
    public bool IsFull(HttpContext context) =>
        counts.TryGetValue(ClientAddress.Of(context), out var count) && count.Guesses >= allowed && clock.GetUtcNow() - count.Since < Window;

    void Forget(DateTimeOffset now)
    {
        foreach (var (address, count) in counts)
            if (now - count.Since >= Window) counts.TryRemove(address, out _);
        if (counts.Count >= MaxAddresses) counts.Clear();
    }

    readonly record struct Count(int Guesses, DateTimeOffset Since);
}

/// <summary>Wrong administrator keys.</summary>
sealed class WrongKeys(TimeProvider clock) : GuessCount(allowed: 10, clock);

/// <summary>Wrong passwords, codes and slips.</summary>
sealed class WrongGuesses(TimeProvider clock) : GuessCount(allowed: 20, clock);
