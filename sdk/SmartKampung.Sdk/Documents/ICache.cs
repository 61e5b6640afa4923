namespace SmartKampung.Sdk;

/// <summary>
/// Keeps what is dear to make, for one module in one village, in memory of this host alone. Any saved change of the module's documents, of its
/// settings, or of the village itself empties it, so nothing stale is seen after a save. It is small: what was not asked for lately goes.
/// </summary>
public interface ICache
{
    /// <summary>Returns what was made for this key, or makes it. Many who ask at once wait for one making; one that throws is not kept.</summary>
    /// <typeparam name="T">What is kept: it is shared by requests, so it must not be changed.</typeparam>
    /// <param name="key">Names it within the module.</param>
    /// <param name="make">Makes it.</param>
    /// <param name="stop">Ends the waiting.</param>
    Task<T> GetOrAddAsync<T>(string key, Func<Task<T>> make, CancellationToken stop = default) where T : class;
}
