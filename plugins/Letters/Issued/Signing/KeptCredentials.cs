using System.Collections.Concurrent;

namespace SmartKampung.Letters.Issued.Signing;

/// <summary>What a signer typed for BSrE, in memory alone and only until their run is over: nothing on the disk may tell it, so after a restart they type it again.</summary>
sealed class KeptCredentials(TimeProvider clock)
{
    static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    readonly ConcurrentDictionary<Guid, (Credentials Credentials, DateTimeOffset Until)> kept = new();

    public void Keep(Guid run, Credentials credentials)
    {
        foreach (var (id, old) in kept)
            if (old.Until <= clock.GetUtcNow()) kept.TryRemove(id, out _);
        kept[run] = (credentials, clock.GetUtcNow() + Life);
    }

    public Credentials? Find(Guid run) => kept.TryGetValue(run, out var found) && found.Until > clock.GetUtcNow() ? found.Credentials : null;

    public void Forget(Guid run) => kept.TryRemove(run, out _);
}
