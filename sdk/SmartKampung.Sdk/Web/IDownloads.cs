namespace SmartKampung.Sdk;

/// <summary>
/// Fetches what lies at addresses that people or files tell. Only from public places of the internet, by http and https at their usual ports: an
/// address that names or leads to a machine of the installation's own network is refused, whatever its name resolves to.
/// </summary>
public interface IDownloads
{
    /// <summary>Fetches one file; at most half a minute.</summary>
    /// <param name="address">An absolute address.</param>
    /// <param name="limit">The most bytes that it may have; they are held in memory.</param>
    /// <param name="stop">Cancels the fetching.</param>
    /// <exception cref="DownloadException">It can't be had; the reason is told.</exception>
    Task<Stream> FetchAsync(Uri address, int limit, CancellationToken stop = default);
}

/// <summary>Something could not be fetched.</summary>
public sealed class DownloadException : Exception
{
    /// <summary>Tells why.</summary>
    public DownloadException(DownloadProblem problem, Exception? cause = null) : base($"The download failed: {problem}.", cause) => Problem = problem;

    /// <summary>Why.</summary>
    public DownloadProblem Problem { get; }
}

/// <summary>Why something could not be fetched.</summary>
public enum DownloadProblem
{
    /// <summary>It is no address of a public place by http or https.</summary>
    NotPublic,

    /// <summary>Nobody answered there, or not in time.</summary>
    Unreachable,

    /// <summary>The answer was not 200, such as 404.</summary>
    NotThere,

    /// <summary>It has more bytes than wanted.</summary>
    TooLarge,
}
