using System.Net;
using System.Net.Sockets;

namespace SmartKampung.Host.Accounts;

/// <summary>Where a request comes from, for counting.</summary>
static class ClientAddress
{
    const int NetworkBytes = 8;

    /// <summary>The address; of an IPv6 address its /64, since whoever has one address of it has them all.</summary>
    public static IPAddress Of(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? NetworkOf(address) : address;
    }

    static IPAddress NetworkOf(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes);
    }
}
