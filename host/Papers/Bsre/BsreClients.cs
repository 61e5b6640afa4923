using Microsoft.Extensions.Options;
using SmartKampung.Host.Downloads;

namespace SmartKampung.Host.Papers;

/// <summary>Speaks to e-sign services: of the regency, wherever they are, or of villages, in public places alone.</summary>
sealed class BsreClients(IOptions<DownloadOptions> options) : IDisposable
{
    static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(10);
    static readonly TimeSpan Reuse = TimeSpan.FromMinutes(2);

    readonly HttpClient anywhere = Client(allowsPrivate: true);
    readonly HttpClient publicly = Client(options.Value.AllowPrivate);

    public HttpClient Of(BsreService service) => service.IsPublic ? publicly : anywhere;

    public void Dispose()
    {
        anywhere.Dispose();
        publicly.Dispose();
    }

    static HttpClient Client(bool allowsPrivate) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = ConnectPatience,
        PooledConnectionLifetime = Reuse,
        ConnectCallback = PublicConnection.Allowing(allowsPrivate),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = 2 * PaperOptions.MostBytes,
    };
}
