namespace SmartKampung.News.Import;

/// <summary>The attachments that an export tells of, found by their number and by their address in any size.</summary>
sealed class Attachments(string site)
{
    const int Most = 50_000;

    readonly Dictionary<string, WxrItem> byNumber = [];
    readonly Dictionary<string, WxrItem> byName = [];
    readonly HashSet<string> hosts = HostsOf(site);

    public void Add(WxrItem item)
    {
        if (byNumber.Count >= Most || item.AttachmentUrl.Length == 0) return;
        item.Content = "";
        byNumber.TryAdd(item.Id, item);
        byName.TryAdd(UploadName.WithoutSize(UploadName.Of(item.AttachmentUrl)), item);
        hosts.UnionWith(HostsOf(item.AttachmentUrl));
    }

    public WxrItem? ByNumber(string number) => number.Length == 0 ? null : byNumber.GetValueOrDefault(number);

    public WxrItem? Of(TextPicture picture) => ByNumber(picture.Number) ?? byName.GetValueOrDefault(UploadName.WithoutSize(UploadName.Of(picture.Address)));

    /// <summary>The whole address of a picture, on the old site or elsewhere; null where it is none of the web.</summary>
    public Uri? AddressOf(string written)
    {
        if (!Uri.TryCreate(written, UriKind.Absolute, out var address) || address.IsFile)
            if (!Uri.TryCreate(site.TrimEnd('/') + "/", UriKind.Absolute, out var home) || !Uri.TryCreate(home, written, out address)) return null;
        return address.Scheme is "http" or "https" ? address : null;
    }

    /// <summary>Whether an address is of the old site.</summary>
    public bool IsOfSite(Uri address) => hosts.Contains(address.Authority);

    static HashSet<string> HostsOf(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var known) && known.Scheme is "http" or "https" ? new(StringComparer.OrdinalIgnoreCase) { known.Authority } : new(StringComparer.OrdinalIgnoreCase);
}
