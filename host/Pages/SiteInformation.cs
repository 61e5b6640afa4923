using Microsoft.Extensions.Options;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Pages;

/// <summary>What templates see as <c>site</c>; Home is the portal's address in the reader's language.</summary>
sealed record Site(string Name, Area Regency, string Home);

/// <summary>Completes what a page says of itself: its addresses in both languages, its colour, what the last form had to say.</summary>
sealed class SiteInformation(IOptions<SiteOptions> options, RegencyOptions regency)
{
    public static void Complete(PageHead head, PageRequest request)
    {
        head.Message = request.Message;
        head.AccentCss = AccentEndpoint.Address(request.Village?.Profile.Accent);
        head.Canonical ??= request.Addresses.Absolute(request.EncodedPath).AbsoluteUri;
        if (head.Status < StatusCodes.Status400BadRequest && request.OffersEnglish && request.Village is not { Profile.IsInEnglish: false })
            head.Alternates = [Alternate(request, "id"), Alternate(request, "en")];
    }

    public Area RegencyOf(Village? village) => village?.Regency ?? regency.Area;

    public Site SiteOf(AddressBook addresses) => new(options.Value.Name, regency.Area, addresses.Portal);

    static LanguageLink Alternate(PageRequest request, string language) =>
        new(language, request.Addresses.PathIn(language, request.EncodedPath), request.Addresses.AbsoluteIn(language, request.EncodedPath).AbsoluteUri);
}
