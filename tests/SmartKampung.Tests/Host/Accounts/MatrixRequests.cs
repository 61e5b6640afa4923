using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using SmartKampung.Host.Modules;

namespace SmartKampung.Tests.Host.Accounts;

/// <summary>Requests to endpoints as the matrix tries them, and the row that each has there.</summary>
static class MatrixRequests
{
    /// <summary>A browser and the host take turns on each, so a few more than the machine has cores do.</summary>
    const int AtOnce = 8;

    /// <summary>Tries each endpoint as each person, several at once.</summary>
    public static async Task EachAsync(IEnumerable<(Person Person, HttpClient Browser)> people, IEnumerable<RouteEndpoint> endpoints, Func<Person, HttpClient, RouteEndpoint, Task> tryAsync)
    {
        var pairs = from one in people from endpoint in endpoints select (one, endpoint);
        var limit = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(pairs, limit, async (pair, _) => await tryAsync(pair.one.Person, pair.one.Browser, pair.endpoint));
    }

    public static string RowOf(RouteEndpoint endpoint) => $"{MethodOf(endpoint)} {PrefixOf(endpoint)}{endpoint.RoutePattern.RawText!.TrimEnd('/')}";

    public static string MethodOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET";

    static string PrefixOf(RouteEndpoint endpoint) => AudienceOf(endpoint) == Audience.Village ? "/DESA" : "";

    public static bool IsAtPortal(RouteEndpoint endpoint) => AudienceOf(endpoint) == Audience.Portal;

    public static Audience AudienceOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<Audience>() ?? Audience.Portal;

    /// <summary>The answer of the demo village, each time from another address, so that no limit is met.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient browser, RouteEndpoint endpoint, Guid id, HttpContent? form)
    {
        var path = PrefixOf(endpoint).Replace("/DESA", $"/{TestHost.DemoSlug}", StringComparison.Ordinal) + Fill(endpoint.RoutePattern, id);
        using var request = new HttpRequestMessage(new HttpMethod(MethodOf(endpoint)), path) { Content = form };
        request.Headers.ConnectionClose = true;
        var answer = await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, answer.StatusCode);
        return answer;
    }

    static string Fill(RoutePattern pattern, Guid id) => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => Fill(part, id)))));

    static string Fill(RoutePatternPart part, Guid id) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart { Name: "code" } => TestHost.DemoCode,
        RoutePatternParameterPart { Name: "module" } => "news",
        RoutePatternParameterPart { Name: "at" } when id != Guid.Empty => id.ToString(),
        RoutePatternParameterPart parameter when parameter.ParameterPolicies.Any(policy => policy.Content == "int") => "0",
        RoutePatternParameterPart parameter => parameter.ParameterPolicies.Count > 0 ? id.ToString() : "news",
        _ => "",
    };
}
