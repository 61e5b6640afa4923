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
        return HttpMethods.IsGet(context.Request.Method) ? Moved(context.Request, code, village.Code) : Refusal.NotFound.In(context);
    }

    static IResult Moved(HttpRequest request, string earlier, string present)
    {
        var path = request.Path.ToUriComponent().Replace($"/villages/{earlier}", $"/villages/{present}", StringComparison.Ordinal);
        return Results.Redirect(request.PathBase.ToUriComponent() + path + request.QueryString.ToUriComponent(), permanent: true);
    }
}
