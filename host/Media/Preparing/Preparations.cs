using System.Collections.Concurrent;

namespace SmartKampung.Host.Media;

/// <summary>How far the pictures are that are being prepared now.</summary>
sealed class Preparations
{
    readonly ConcurrentDictionary<Guid, int> percents = new();

    public void Tell(Guid item, int percent) => percents[item] = percent;

    public void End(Guid item) => percents.TryRemove(item, out _);

    /// <summary>In percent; 0 for what waits for its turn.</summary>
    public int Of(Guid item) => percents.GetValueOrDefault(item);
}
