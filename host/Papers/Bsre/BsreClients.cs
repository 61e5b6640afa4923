using Microsoft.Extensions.Options;
using SmartKampung.Host.Downloads;

namespace SmartKampung.Host.Papers;

/// <summary>Speaks to e-sign services: of the regency, wherever they are, or of villages, in public places alone.</summary>
sealed class BsreClients(IOptions<DownloadOptions> options) : IDisposable
{
    readonly HttpClient anywhere = Client(allowsPrivate: true);
    readonly HttpClient publicly = Client(options.Value.AllowPrivate);

    public HttpClient Of(BsreService service) => service.IsPublic ? publicly : anywhere;

    public void Dispose()
    {
        anywhere.Dispose();
        publicly.Dispose();
    }

    static HttpClient Client(bool allowsPrivate) => new(PublicConnection.Handler(allowsPrivate))
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = 2 * PaperOptions.MostBytes,
    };
}
