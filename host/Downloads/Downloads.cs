using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace SmartKampung.Host.Downloads;

/// <summary>
/// Fetches from public places alone. The check stands where the connection is made, on the address that is then connected to: no name that
/// resolves anew, no redirect and no proxy comes past it.
/// </summary>
sealed class Downloads : IDownloads, IDisposable
{
    const int MostRedirects = 4;
    const int HeaderKilobytes = 32;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly bool allowsPrivate;
    readonly HttpClient client;

    public Downloads(IOptions<DownloadOptions> options)
    {
        allowsPrivate = options.Value.AllowPrivate;
        var handler = PublicConnection.Handler(allowsPrivate);
        handler.MaxResponseHeadersLength = HeaderKilobytes;
        client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("SmartKampung", null));
    }

    public async Task<Stream> FetchAsync(Uri address, int limit, CancellationToken stop = default)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(stop);
        time.CancelAfter(Patience);
        try
        {
            using var answer = await AskAsync(address, time.Token);
            return await ReadAsync(answer, limit, time.Token);
        }
        catch (Exception failure) when (FindRefusal(failure) is { } refusal)
        {
            throw refusal;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or SocketException || (failure is OperationCanceledException && !stop.IsCancellationRequested))
        {
            throw new DownloadException(DownloadProblem.Unreachable, failure);
        }
    }

    public void Dispose() => client.Dispose();

    static DownloadException? FindRefusal(Exception? failure) => failure is null or DownloadException ? (DownloadException?)failure : FindRefusal(failure.InnerException);

    async Task<HttpResponseMessage> AskAsync(Uri address, CancellationToken stop)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (!IsFit(address)) throw new DownloadException(DownloadProblem.NotPublic);
            var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, stop);
            if (answer.StatusCode == HttpStatusCode.OK) return answer;
            var (next, isRedirect) = (answer.Headers.Location, answer.StatusCode is >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest);
            answer.Dispose();
            if (!isRedirect || next is null || !Uri.TryCreate(address, next, out address!)) break;
        }

        throw new DownloadException(DownloadProblem.NotThere);
    }

    /// <summary>Other ports are where services of machines listen.</summary>
    bool IsFit(Uri address) => address is { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo.Length: 0 } && (address.IsDefaultPort || allowsPrivate);

    static async Task<Stream> ReadAsync(HttpResponseMessage answer, int limit, CancellationToken stop)
    {
        if (answer.Content.Headers.ContentLength > limit) throw new DownloadException(DownloadProblem.TooLarge);
        await using var content = await answer.Content.ReadAsStreamAsync(stop);
        var (copy, part) = (new MemoryStream(), new byte[81_920]);
        for (int read; (read = await content.ReadAsync(part, stop)) > 0;)
        {
            if (copy.Length + read > limit) throw new DownloadException(DownloadProblem.TooLarge);
            copy.Write(part, 0, read);
        }

        copy.Position = 0;
        return copy;
    }
}
