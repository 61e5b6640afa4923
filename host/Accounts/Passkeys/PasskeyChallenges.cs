using System.Security.Cryptography;
using BitFaster.Caching.Lru;

namespace SmartKampung.Host.Accounts.Passkeys;

/// <summary>What passkeys were asked to sign, kept here for a few minutes and taken once, so that no answer is worth something twice.</summary>
sealed class PasskeyChallenges(TimeProvider clock)
{
    const int Capacity = 10_000;

    static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    readonly ConcurrentLru<string, Challenge> kept = new(Capacity);

    /// <summary>Keeps a challenge and tells the name that its answer comes with.</summary>
    /// <param name="state">What Identity wants to see again.</param>
    /// <param name="account">Who may answer; null for whoever has a passkey.</param>
    public string Keep(string? state, Guid? account)
    {
        var name = RandomNumberGenerator.GetHexString(32, lowercase: true);
        kept.AddOrUpdate(name, new(state, account, clock.GetUtcNow() + Life));
        return name;
    }

    /// <summary>False where there is none, it is too old, or it was for somebody else.</summary>
    public bool TryTake(string? name, Guid? account, out string? state)
    {
        state = null;
        if (name is null || !kept.TryRemove(name, out var challenge) || challenge.Account != account || challenge.Until <= clock.GetUtcNow()) return false;
        state = challenge.State;
        return true;
    }

    sealed record Challenge(string? State, Guid? Account, DateTimeOffset Until);
}
