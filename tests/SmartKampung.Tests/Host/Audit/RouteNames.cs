using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Modules;
using SmartKampung.Tests.Host.Accounts;

namespace SmartKampung.Tests.Host.Audit;

/// <summary>Tells the row of <see cref="Matrix" /> that an address belongs to.</summary>
sealed class RouteNames(TestHost host, string slug)
{
    readonly RouteEndpoint[] endpoints =
        [.. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().OrderBy(endpoint => endpoint.Order).ThenBy(endpoint => endpoint.RoutePattern.InboundPrecedence)];

    /// <summary>The rows of all that can change something, whoever may.</summary>
    public IEnumerable<string> Changes => endpoints.Where(endpoint => MatrixRequests.MethodOf(endpoint) is not ("GET" or "HEAD")).Select(MatrixRequests.RowOf).Distinct();

    public string? Find(string method, string address)
    {
        var path = address.Split('?')[0];
        var isOfVillage = path == $"/{slug}" || path.StartsWith($"/{slug}/", StringComparison.Ordinal);
        if (isOfVillage) path = path[(slug.Length + 1)..];
        return endpoints.Where(endpoint => MatrixRequests.MethodOf(endpoint) == method && MatrixRequests.AudienceOf(endpoint) == Audience.Village == isOfVillage && Matches(endpoint.RoutePattern, path))
            .Select(MatrixRequests.RowOf).FirstOrDefault();
    }

    static bool Matches(RoutePattern pattern, string path)
    {
        var values = new RouteValueDictionary();
        return new TemplateMatcher(new RouteTemplate(pattern), []).TryMatch(path.Length == 0 ? "/" : path, values)
            && pattern.Parameters.All(parameter => parameter.ParameterPolicies.All(policy => policy.Content != "guid") || Guid.TryParse(values[parameter.Name] as string, out _));
    }
}
