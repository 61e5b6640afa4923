namespace SmartKampung.Host.Villages;

/// <summary>Lets requests below <c>/api/villages/{code}</c> through for present codes; earlier ones lead to the present one, others to nothing.</summary>
static class PresentCode
{
    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var code = (string?)context.Request.RouteValues["code"] ?? "";
        var villages = context.RequestServices.GetRequiredService<VillageRegistry>();
        if (villages.FindByCode(code) is not { } village) return Refusal.NotFound.In(context);
        if (village.Code == code) return await next(invocation);
        return Moved(context.Request, code, village.Code) is { } address ? Results.Redirect(address, permanent: true) : Refusal.NotFound.In(context);
    }

    /// <summary>Where a request under an earlier code should go instead; null for one that would change something.</summary>
    public static string? Moved(HttpRequest request, string earlier, string present)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return null;
        var path = request.Path.ToUriComponent().Replace($"/villages/{earlier}", $"/villages/{present}", StringComparison.Ordinal);
        return request.PathBase.ToUriComponent() + path + request.QueryString.ToUriComponent();
    }
}
