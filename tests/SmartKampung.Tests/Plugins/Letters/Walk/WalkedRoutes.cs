using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Tests.Host.Accounts;

namespace SmartKampung.Tests.Plugins.Letters.Walk;

/// <summary>The routes of the two modules as the host has them, filled in with all that they could name: a new one is walked without anybody saying so.</summary>
/// <param name="host">The host.</param>
/// <param name="site">The village's address.</param>
/// <param name="values">What a parameter of a route can be.</param>
sealed class WalkedRoutes(TestHost host, string site, Func<string, RoutePatternParameterPart, IEnumerable<string>> values)
{
    static readonly string[] Starts = [.. new[] { "Residents", "Letters" }.SelectMany(StartsOf)];

    public IReadOnlyList<WalkedRoute> All { get; } =
    [
        .. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => !IsOfRegency(endpoint) && Starts.Any(start => $"{endpoint.RoutePattern.RawText}/".StartsWith($"{start}/", StringComparison.Ordinal)))
            .Select(endpoint => new WalkedRoute(MatrixRequests.MethodOf(endpoint), endpoint.RoutePattern.RawText!, Fill(endpoint.RoutePattern, site, values))),
    ];

    /// <summary>The regency's console stands at the portal, holds nothing of residents and is asked by tests of its own.</summary>
    static bool IsOfRegency(RouteEndpoint endpoint) => MatrixRequests.IsAtPortal(endpoint);

    static IEnumerable<string> StartsOf(string plugin)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Repository.Path("plugins", plugin, "module.json")));
        var id = manifest.RootElement.GetProperty("id").GetString();
        return [.. manifest.RootElement.GetProperty("places").EnumerateArray().Select(place => place.GetString()!), $"/kelola/{id}", $"/api/villages/{{code}}/{id}"];
    }

    static List<string> Fill(RoutePattern pattern, string site, Func<string, RoutePatternParameterPart, IEnumerable<string>> values)
    {
        var prefix = pattern.RawText!.StartsWith("/api/", StringComparison.Ordinal) ? "" : site;
        return [.. pattern.PathSegments.Aggregate((IEnumerable<string>)[prefix], (paths, segment) => paths.SelectMany(path => Fill(segment, pattern, values).Select(text => $"{path}/{text}")))];
    }

    static IEnumerable<string> Fill(RoutePatternPathSegment segment, RoutePattern pattern, Func<string, RoutePatternParameterPart, IEnumerable<string>> values) =>
        segment.Parts.Aggregate((IEnumerable<string>)[""], (texts, part) => texts.SelectMany(text => Fill(part, pattern, values).Select(filled => text + filled)));

    static IEnumerable<string> Fill(RoutePatternPart part, RoutePattern pattern, Func<string, RoutePatternParameterPart, IEnumerable<string>> values) => part switch
    {
        RoutePatternLiteralPart literal => [literal.Content],
        RoutePatternSeparatorPart separator => [separator.Content],
        RoutePatternParameterPart parameter => values(pattern.RawText!, parameter),
        _ => [],
    };
}

/// <summary>A route with its addresses.</summary>
sealed record WalkedRoute(string Method, string Pattern, IReadOnlyList<string> Paths);
