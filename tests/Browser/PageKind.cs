using System.Net;
using AngleSharp;

namespace SmartKampung.Browser;

/// <summary>A kind of public page, with one example of it.</summary>
/// <param name="Name">What tests call it.</param>
/// <param name="Site">The village's slug, or empty for the portal.</param>
/// <param name="Path">The path there.</param>
/// <param name="FollowPrefix">When set, the example is the first link on <paramref name="Path"/> that begins with it.</param>
/// <param name="Status">What the page answers.</param>
public sealed record PageKind(string Name, string Site, string Path, string? FollowPrefix = null, HttpStatusCode Status = HttpStatusCode.OK)
{
    const string Demo = Browser.Site.DemoVillage;

    public static IReadOnlyList<PageKind> All { get; } =
    [
        new("portal", "", "/"),
        new("directory", "", "/desa"),
        new("directory search", "", "/desa?cari=tamansari"),
        new("district", "", "/kecamatan/35.10.24"),
        new("area", "", "/wilayah/35.10"),
        new("map", "", "/peta"),
        new("portal news", "", "/berita"),
        new("portal search", "", "/cari?cari=tamansari"),
        new("portal search without a hit", "", "/cari?cari=xyzzy"),
        new("unknown village", "", "/tamansar", Status: HttpStatusCode.NotFound),
        new("home", Demo, "/"),
        new("home of an empty desa", "kluncing", "/"),
        new("home of a kelurahan", "bakungan", "/"),
        new("profile", Demo, "/profil"),
        new("search", Demo, "/cari?cari=jalan"),
        new("search without a hit", Demo, "/cari?cari=xyzzy"),
        new("news", Demo, "/berita"),
        new("news category", Demo, "/berita", "/berita/kategori/"),
        new("news archive", Demo, "/berita", "/berita/arsip/"),
        new("article", Demo, "/berita", "/berita/"),
        new("agenda", Demo, "/agenda"),
        new("agenda entry", Demo, "/agenda", "/agenda/"),
        new("announcements", Demo, "/pengumuman"),
        new("letters", Demo, "/surat"),
        new("letters for a purpose", Demo, "/surat?q=buka+rekening"),
        new("letter", Demo, "/surat/domisili"),
        new("check of letters", Demo, "/surat/periksa"),
        new("letter that nobody issued", Demo, "/surat/periksa/00000000000000000000000000"),
        new("QR", Demo, "/qr"),
        new("unknown page", Demo, "/tidak-ada-di-sini", Status: HttpStatusCode.NotFound),
    ];

    public static PageKind Named(string name) => All.Single(kind => kind.Name == name);

    public async Task<string> AddressAsync(HttpClient client, string language)
    {
        var start = Address(Path, language);
        if (FollowPrefix is null) return start;
        var links = await LinksAsync(client, start);
        var wanted = Address(FollowPrefix, language);
        return links.First(link => IsNextSegment(link, wanted));
    }

    /// <summary>An article lies directly below /berita/, its category one segment deeper, its calendar file has an extension.</summary>
    static bool IsNextSegment(string link, string prefix) =>
        link.StartsWith(prefix, StringComparison.Ordinal) && link.Length > prefix.Length && link.AsSpan(prefix.Length).IndexOfAny("/.?#") < 0;

    static async Task<IReadOnlyList<string>> LinksAsync(HttpClient client, string address)
    {
        var html = await client.GetStringAsync(address);
        using var page = await BrowsingContext.New().OpenAsync(request => request.Content(html));
        return [.. page.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href") ?? "")];
    }

    string Address(string path, string language)
    {
        var prefix = (Site.Length > 0 ? "/" + Site : "") + (language == "en" ? "/en" : "");
        return prefix.Length > 0 && path == "/" ? prefix : prefix + path;
    }
}
