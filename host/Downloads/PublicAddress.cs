using System.Net;
using System.Net.Sockets;

namespace SmartKampung.Host.Downloads;

/// <summary>Tells which addresses belong to a public place of the internet, and to nobody's own machine or network (IANA's registries of special purpose).</summary>
static class PublicAddress
{
    static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    static readonly IPNetwork[] Special =
    [
        .. from network in new[]
           {
               "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
               "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
               "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
           }
           select IPNetwork.Parse(network),
    ];

    public static bool Is(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (plain.AddressFamily == AddressFamily.InterNetwork || Global.Contains(plain)) && !Array.Exists(Special, network => network.Contains(plain));
    }
}
