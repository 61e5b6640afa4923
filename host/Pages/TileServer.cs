namespace SmartKampung.Host.Pages;

/// <summary>The server that maps get their tiles from, which browsers must be let load from.</summary>
static class TileServer
{
    static readonly string[] Places = ["{z}", "{x}", "{y}"];

    /// <returns>Scheme and host, or null where the address is none of tiles.</returns>
    public static string? OriginOf(string address) =>
        Array.TrueForAll(Places, place => address.Contains(place, StringComparison.Ordinal)) && Uri.TryCreate(address, UriKind.Absolute, out var tiles) && tiles.Scheme == Uri.UriSchemeHttps
            ? tiles.GetLeftPart(UriPartial.Authority)
            : null;
}
