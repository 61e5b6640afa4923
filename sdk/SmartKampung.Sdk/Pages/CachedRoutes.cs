namespace SmartKampung.Sdk;

/// <summary>Says which pages the host may keep and send again.</summary>
public static class CachedRoutes
{
    /// <summary>
    /// Lets the host keep the page for whoever is not signed in: rendered once, sent to many, until the next full minute, so that
    /// what a handler shows from a full minute on is seen from then on. It is rendered anew as soon as a document of a type that it read is saved, or the village's profile, settings, modules or templates change; what
    /// else the page depends on, such as another server, may show up to a minute late.
    /// </summary>
    /// <remarks>
    /// Only GET with status 200 is kept, and no page that shows a form of its own (<c>form.start</c>, <c>post_button</c>), sets a cookie or
    /// says <c>Cache-Control: no-store</c>. A request with a cookie or an Authorization header never gets a kept page.
    /// </remarks>
    /// <param name="route">A route of pages that anyone may enter, or a group of them.</param>
    /// <param name="queryKeys">
    /// The names in the query string that the page depends on, such as <c>halaman</c>; each combination of their values is a page of its own.
    /// An address with any other name is rendered and not kept.
    /// </param>
    public static T CachePage<T>(this T route, params string[] queryKeys) where T : IEndpointConventionBuilder
    {
        var cached = new CachedRoute(queryKeys);
        route.Add(endpoint => endpoint.Metadata.Add(cached));
        return route;
    }
}

/// <summary>Metadata of a route whose pages may be kept.</summary>
sealed record CachedRoute(IReadOnlyList<string> QueryKeys);
