using System.Reflection;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Modules;

/// <summary>Maps a module's routes and puts the way into its capsule around each of them.</summary>
sealed class CapsuleEndpoints(Capsule capsule, IServiceProvider host)
{
    readonly CapsuleServices services = new(capsule.Services, host);
    readonly ModuleLimits limits = host.GetRequiredService<ModuleLimits>();
    readonly ILogger log = host.GetRequiredService<ILoggerFactory>().CreateLogger($"SmartKampung.Module.{capsule.Id}");

    /// <exception cref="ModuleException">A route has no rule, or two, or lies outside the module's places.</exception>
    public IReadOnlyList<RouteEndpoint> Map(IModule module)
    {
        var id = capsule.Id;
        return
        [
            .. Collect("", Audience.Village, CheckPlace, module.MapPages),
            .. Collect($"/kelola/{id}", Audience.Village, _ => { }, console => module.MapConsole(((RouteGroupBuilder)console).WithMetadata(PageLayout.Console))),
            .. Collect($"/api/villages/{{code}}/{id}", Audience.VillageApi, _ => { }, module.MapApi),
            .. Collect("", Audience.Portal, CheckPlace, module.MapPortal),
            .. Collect($"/kelola/{id}", Audience.Portal, CheckIsForStaff, regency => module.MapRegency(((RouteGroupBuilder)regency).WithMetadata(PageLayout.Console))),
        ];
    }

    IEnumerable<RouteEndpoint> Collect(string prefix, Audience audience, Action<RouteEndpoint> check, Action<IEndpointRouteBuilder> map)
    {
        var routes = new CapsuleRouteBuilder(services);
        map(prefix.Length == 0 ? routes : routes.MapGroup(prefix));
        foreach (var endpoint in routes.DataSources.SelectMany(source => source.Endpoints).Cast<RouteEndpoint>())
        {
            check(endpoint);
            yield return Wrap(endpoint, audience);
        }
    }

    void CheckPlace(RouteEndpoint endpoint)
    {
        var first = endpoint.RoutePattern.PathSegments.Count == 0 ? "" : PlaceOf(endpoint);
        if (!capsule.Manifest.Places.Contains(first))
            throw new ModuleException($"The route {NameOf(endpoint)} lies outside the places that module.json declares ({string.Join(", ", capsule.Manifest.Places)}).");
    }

    static void CheckIsForStaff(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<Rule>() is { Permission: null })
            throw new ModuleException($"The route {NameOf(endpoint)} of the regency's console needs a RequirePermission.");
    }

    static string PlaceOf(RouteEndpoint endpoint) => "/" + (endpoint.RoutePattern.RawText ?? "").TrimStart('/').Split('/')[0];

    RouteEndpoint Wrap(RouteEndpoint endpoint, Audience audience)
    {
        var rules = endpoint.Metadata.GetOrderedMetadata<Rule>();
        if (rules.Count != 1)
            throw new ModuleException($"The route {NameOf(endpoint)} has {(rules.Count == 0 ? "no rule" : $"{rules.Count} rules")}: it needs one of AllowAnyone, AllowResident, RequirePermission.");
        var entrance = new CapsuleEntrance(capsule, rules[0], endpoint.RequestDelegate!, audience != Audience.VillageApi, limits, log);
        var metadata = new EndpointMetadataCollection([.. endpoint.Metadata.Where(item => item is not MethodInfo), audience, new PageOwner(capsule.Id), .. Describe(endpoint, audience)]);
        return new RouteEndpoint(entrance.InvokeAsync, endpoint.RoutePattern, endpoint.Order, metadata, $"{capsule.Id}: {endpoint.DisplayName}");
    }

    /// <summary>Pages are no API; an API's routes are described without what the capsule fills in.</summary>
    IEnumerable<object> Describe(RouteEndpoint endpoint, Audience audience)
    {
        if (audience != Audience.VillageApi) return [new ExcludeFromDescriptionAttribute()];
        var tag = new TagsAttribute(capsule.Id);
        return endpoint.Metadata.GetMetadata<MethodInfo>() is { } handler ? [tag, new DescribedMethod(handler, services)] : [tag];
    }

    static string NameOf(RouteEndpoint endpoint)
    {
        var verbs = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
        return $"{string.Join(",", verbs)} {endpoint.RoutePattern.RawText}".Trim();
    }

    sealed class CapsuleRouteBuilder(CapsuleServices services) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => services;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(services);
    }
}
