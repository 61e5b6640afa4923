using System.Net;
using System.Net.Sockets;

namespace SmartKampung.Host.Downloads;

/// <summary>Connects to public places alone: the address that is checked is the one that is connected to.</summary>
static class PublicConnection
{
    static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(10);
    static readonly TimeSpan Reuse = TimeSpan.FromMinutes(2);

    /// <summary>For whoever asks other machines: nothing leads from the place that was checked to another one.</summary>
    /// <param name="allowsPrivate">Whether machines of the own network may be connected to as well.</param>
    public static SocketsHttpHandler Handler(bool allowsPrivate) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = ConnectPatience,
        PooledConnectionLifetime = Reuse,
        ConnectCallback = Allowing(allowsPrivate),
    };

    static Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>> Allowing(bool allowsPrivate) => (connection, stop) => ConnectAsync(connection, allowsPrivate, stop);

    static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext connection, bool allowsPrivate, CancellationToken stop)
    {
        var host = connection.DnsEndPoint.Host;
        IPAddress[] found = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, stop);
        IPAddress[] fit = [.. found.Where(address => allowsPrivate || PublicAddress.Is(address))];
        if (fit.Length == 0) throw new DownloadException(DownloadProblem.NotPublic);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(fit, connection.DnsEndPoint.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
