namespace SmartKampung.Host.Villages;

/// <summary>
/// Lets requests below <c>/api/villages/{code}</c> through for present codes; earlier ones, and those of villages that became part
/// of another, lead to the present one, others to nothing. A closed village can still be changed under its own code.
/// </summary>
static class PresentCode
{
    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var code = (string?)context.Request.RouteValues["code"] ?? "";
        var villages = context.RequestServices.GetRequiredService<VillageRegistry>();
        if (villages.FindByCode(code) is not { } village) return Refusal.NotFound.In(context);
        if (Moved(context.Request, code, village, villages.Villages) is { } address) return Results.Redirect(address, permanent: true);
        return village.Code == code ? await next(invocation) : Refusal.NotFound.In(context);
    }

    /// <summary>Where a request under an earlier code should go instead; null for one that would change something, or is right.</summary>
    public static string? Moved(HttpRequest request, string earlier, VillageEntry village, VillageIndex villages)
    {
        var present = IsForDocuments(request, earlier) ? village.Code : villages.PresentOf(village).Code;
        if (earlier == present) return null;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return null;
        var path = request.Path.ToUriComponent().Replace($"/villages/{earlier}", $"/villages/{present}", StringComparison.Ordinal);
        return request.PathBase.ToUriComponent() + path + request.QueryString.ToUriComponent();
    }

    /// <summary>The documents stay with a village that became part of another; to answer with the other's would be wrong without anyone noticing.</summary>
    static bool IsForDocuments(HttpRequest request, string code) => request.Path.StartsWithSegments($"/api/villages/{code}/documents");
}
