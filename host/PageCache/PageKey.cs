using System.Text;

namespace SmartKampung.Host.PageCache;

/// <summary>What tells kept pages apart. It holds the address as it was asked for, so no host and no village finds what was kept for another.</summary>
readonly record struct PageKey(string Scheme, string Host, string Path, string Query, string Encoding, string Part = "")
{
    const int LongestQuery = 100;

    /// <summary>The key of an address without its query string.</summary>
    public static PageKey Of(HttpRequest request) =>
        new(request.Scheme, request.Headers.Host.ToString(), request.Path.Value ?? "", "", PageEncoding.Of(request));

    /// <summary>The key with the values of the declared names, or null where the address carries others, or very long ones.</summary>
    public PageKey? With(IQueryCollection query, IReadOnlyList<string> declared)
    {
        if (query.Count == 0) return this;
        if (query.Keys.Any(name => !declared.Contains(name, StringComparer.OrdinalIgnoreCase))) return null;
        var written = Write(query, declared);
        return written.Length <= LongestQuery ? this with { Query = written } : null;
    }

    /// <summary>The key of a part of the page, which is the same however the page is compressed and whatever else its address says.</summary>
    public PageKey Of(string part) => this with { Query = "", Encoding = PageEncoding.None, Part = part };

    /// <summary>In the order of the declaration, with lengths, so that no value can look like another name.</summary>
    static string Write(IQueryCollection query, IReadOnlyList<string> declared)
    {
        var written = new StringBuilder();
        foreach (var name in declared)
            foreach (var value in query[name])
                written.Append(name).Append('=').Append(value?.Length).Append(':').Append(value).Append('&');
        return written.ToString();
    }
}

/// <summary>What a request that may be answered with a kept page is looking for, kept in its features.</summary>
/// <param name="Key">The page, as far as the address tells.</param>
/// <param name="Seen">The store's <see cref="PageStore.Moment"/> when the request came.</param>
sealed record PageSearch(PageKey Key, long Seen)
{
    // The forms' own cookie says nothing of who the visitor is. Any other might: a session, or a message to be shown once.
    const string FormCookie = "form=";

    /// <summary>Whether a request is answered alike for everybody.</summary>
    public static bool IsFor(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Headers.Authorization.Count == 0
        && (request.Headers.Cookie.Count == 0 || IsFormCookie(request.Headers.Cookie.ToString()));

    static bool IsFormCookie(string cookies) =>
        cookies.StartsWith(FormCookie, StringComparison.Ordinal) && cookies.AsSpan().IndexOfAny(';', ',') < 0;
}
