using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Pages;

/// <summary>Addresses as seen from one request: below the village's and the language's prefix, which are its PathBase.</summary>
/// <param name="origin">Scheme and host, such as <c>https://desa.example</c>.</param>
/// <param name="village">The village's prefix without the language's, such as <c>/tamansari-licin</c>, or empty.</param>
/// <param name="language">The reader's language.</param>
/// <param name="portal">Scheme and host of the portal, where it differs from the origin.</param>
sealed class AddressBook(string origin, string village, string language, string portal = "") : IAddresses
{
    const string EnglishPrefix = "/en";

    readonly string prefix = language == "en" ? village + EnglishPrefix : village;

    public string Language { get; } = language;

    public static AddressBook Of(HttpContext context, string portal = "")
    {
        var request = context.Request;
        var language = RequestLanguage.Of(context);
        var origin = $"{request.Scheme}://{request.Host.ToUriComponent()}";
        return new AddressBook(origin, VillageOf(context, language), language, PortalOf(context, portal, origin));
    }

    /// <summary>Addresses outside of a request: in a job, or while the demo village is filled.</summary>
    public static AddressBook Of(Village? village, string origin) => new(origin, village is null ? "" : "/" + village.Slug, "id", origin);

    /// <summary>The same addresses for readers of another language.</summary>
    public AddressBook Speaking(string language) => new(origin, village, language, portal);

    public string Path(string path) => In(prefix, path);

    public Uri Absolute(string path) => new(origin + Path(path));

    public string File(string file) => $"{village}/berkas/{Uri.EscapeDataString(file)}";

    public string AbsoluteFile(string file) => origin + File(file);

    public string InVillage(string slug, string path) => portal + PathInVillage(slug, path);

    /// <summary>The same as a path of the installation.</summary>
    public string PathInVillage(string slug, string path) => In("/" + Uri.EscapeDataString(slug) + (Language == "en" ? EnglishPrefix : ""), path);

    /// <summary>A page of the portal's.</summary>
    public string AtPortal(string path) => portal + In(Language == "en" ? EnglishPrefix : "", path);

    /// <summary>The same page in another language.</summary>
    public string PathIn(string other, string path) => In(other == "en" ? village + EnglishPrefix : village, path);

    public Uri AbsoluteIn(string other, string path) => new(origin + PathIn(other, path));

    public string Portal => portal + (Language == "en" ? EnglishPrefix : "/");

    static string In(string prefix, string path)
    {
        var local = AddressEncoding.Path(path);
        return local == "/" && prefix.Length > 0 ? prefix : prefix + local;
    }

    static string VillageOf(HttpContext context, string language)
    {
        var prefix = context.Request.PathBase.ToUriComponent();
        if (prefix.Length == 0 && PresentVillage.Of(context) is { } village && IsApi(context)) return "/" + village.Slug;
        return language == "en" && prefix.EndsWith(EnglishPrefix, StringComparison.Ordinal) ? prefix[..^EnglishPrefix.Length] : prefix;
    }

    static bool IsApi(HttpContext context) => context.Features.Get<PresentVillage>() is { IsPage: false };

    static string PortalOf(HttpContext context, string portal, string origin) =>
        PresentVillage.Of(context) is null || portal == origin ? "" : portal;
}
