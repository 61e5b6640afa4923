using SmartKampung.Host.Accounts;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Settings;

/// <summary>A kind of scope in the API's addresses.</summary>
/// <param name="Name">Its part in the names of operations.</param>
/// <param name="Address">What its addresses begin with.</param>
sealed record ApiScope(string Name, string Address)
{
    const int MaxBody = 256 * 1024;

    static readonly ApiScope Regency = new("Regency", "/api/regency");
    static readonly ApiScope District = new("District", "/api/districts/{code}");
    static readonly ApiScope Village = new("Village", "/api/villages/{code}");

    public static IReadOnlyList<ApiScope> All { get; } = [Regency, District, Village];

    /// <summary>A group of routes whose handlers run only where there is such a scope.</summary>
    public RouteGroupBuilder Map(IEndpointRouteBuilder app, string part)
    {
        var group = app.MapGroup(Address + part).WithMetadata(new RequestLimit(MaxBody));
        if (this == Village) return group.AddEndpointFilter(PresentCode.Filter);
        return this == District ? group.AddEndpointFilter(KnownDistrict) : group;
    }

    /// <summary>In a village its administrators may enter, by their tokens; elsewhere the system administrator alone.</summary>
    public void Guard<T>(T routes) where T : IEndpointConventionBuilder
    {
        if (this == Village) routes.RequirePermission(HostPermissions.Modules);
        else routes.RequireAdministrator();
    }

    public ScopePath PathOf(HttpContext context)
    {
        if (this == Regency) return ScopePath.Regency;
        var code = (string)context.Request.RouteValues["code"]!;
        return this == District ? ScopePath.OfDistrict(code) : ScopePath.Of(Villages(context).FindByCode(code)!);
    }

    static async ValueTask<object?> KnownDistrict(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var code = (string?)context.Request.RouteValues["code"] ?? "";
        return Villages(context).Villages.InDistrict(code).Any() ? await next(invocation) : Refusal.NotFound.In(context);
    }

    static VillageRegistry Villages(HttpContext context) => context.RequestServices.GetRequiredService<VillageRegistry>();
}
