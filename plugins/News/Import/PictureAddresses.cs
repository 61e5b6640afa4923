namespace SmartKampung.News.Import;

/// <summary>Where a picture may be had, the best first: as it was uploaded, then as the text shows it.</summary>
static class PictureAddresses
{
    /// <param name="attachments">Knows the old site.</param>
    /// <param name="uploaded">The address of the attachment, or of what the text shows.</param>
    /// <param name="written">The address in the text.</param>
    public static IReadOnlyList<Uri> Of(Attachments attachments, string uploaded, string written) =>
        [.. new[] { uploaded, written }.Select(attachments.AddressOf).OfType<Uri>().SelectMany(Whole).Distinct()];

    /// <summary>Jetpack shows https://i0.wp.com/SITE/PICTURE?resize=300,200 for http://SITE/PICTURE, with ssl=1 for https, and gives it whole without the query.</summary>
    static IEnumerable<Uri> Whole(Uri address)
    {
        if (!IsOfJetpack(address)) return [address];
        var scheme = address.Query.Contains("ssl=1", StringComparison.Ordinal) ? "https" : "http";
        return Uri.TryCreate($"{scheme}:/{address.AbsolutePath}", UriKind.Absolute, out var origin) ? [origin, new(address.GetLeftPart(UriPartial.Path))] : [address];
    }

    static bool IsOfJetpack(Uri address) => address.Host is ['i', >= '0' and <= '3', '.', ..] && address.Host.EndsWith(".wp.com", StringComparison.OrdinalIgnoreCase);
}
