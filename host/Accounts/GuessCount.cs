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
    public bool Add(HttpContext context) => Change(context, count => count with { Wrong = count.Wrong + 1 }).Wrong > allowed;

    /// <summary>Counts a guess as wrong before it is looked at; false, and not counted, where there were too many.</summary>
    public bool TryAdd(HttpContext context)
    {
        var isCounted = false;
        Change(context, count => (isCounted = count.Wrong + count.Begun < allowed) ? count with { Wrong = count.Wrong + 1 } : count);
        return isCounted;
    }

    /// <summary>Whether so many were wrong that no more is looked at.</summary>
    public bool IsFull(HttpContext context) =>
        counts.TryGetValue(ClientAddress.Of(context), out var count) && count.Wrong >= allowed && clock.GetUtcNow() - count.Since < Window;

    /// <summary>
    /// Begins to look at a guess, until <see cref="End"/>; false where there were too many. One that is being looked at counts as wrong,
    /// so that guesses at once are no more than guesses one by one.
    /// </summary>
    public bool TryBegin(HttpContext context)
    {
        var isBegun = false;
        Change(context, count => (isBegun = count.Wrong + count.Begun < allowed) ? count with { Begun = count.Begun + 1 } : count);
        return isBegun;
    }

    public void End(HttpContext context) => Change(context, count => count with { Begun = Math.Max(0, count.Begun - 1) });

    /// <summary>What was counted as wrong turned out right.</summary>
    public void TakeBack(HttpContext context) => Change(context, count => count with { Wrong = Math.Max(0, count.Wrong - 1) });

    Count Change(HttpContext context, Func<Count, Count> change)
    {
        var now = clock.GetUtcNow();
        if (counts.Count >= MaxAddresses) Forget(now);
        return counts.AddOrUpdate(ClientAddress.Of(context), _ => change(new(0, 0, now)), (_, old) => change(now - old.Since < Window ? old : new(0, old.Begun, now)));
    }

    void Forget(DateTimeOffset now)
    {
        foreach (var (address, count) in counts)
            if (now - count.Since >= Window) counts.TryRemove(address, out _);
        if (counts.Count >= MaxAddresses) counts.Clear();
    }

    readonly record struct Count(int Wrong, int Begun, DateTimeOffset Since);
}

/// <summary>Wrong administrator keys.</summary>
sealed class WrongKeys(TimeProvider clock) : GuessCount(allowed: 10, clock);

/// <summary>Wrong passwords, codes and slips.</summary>
sealed class WrongGuesses(TimeProvider clock) : GuessCount(allowed: 20, clock);
