using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Modules;

/// <summary>Leads from addresses of a village that nothing answers to where modules know that their pages went, such as those of the site it had before.</summary>
sealed class MovedAddresses(RequestDelegate next, IVillageFeatures features)
{
    const int Longest = 400;
    const string Remember = "max-age=3600";

    public async Task InvokeAsync(HttpContext context)
    {
        if (IsFirstPageWithQuery(context) && await TryLeadAsync(context)) return;
        await next(context);
        if (IsUnanswered(context.Response)) await TryLeadAsync(context);
    }

    /// <summary>A query without a value, such as what trackers add, named no page of any earlier site.</summary>
    static bool IsFirstPageWithQuery(HttpContext context) =>
        context.Request is { Path.Value: null or "" or "/", QueryString.Value: { } query } && query.Contains('=', StringComparison.Ordinal);

    static bool IsUnanswered(HttpResponse response) =>
        response is { StatusCode: StatusCodes.Status404NotFound, HasStarted: false, ContentLength: null or 0 } && string.IsNullOrEmpty(response.ContentType);

    async Task<bool> TryLeadAsync(HttpContext context)
    {
        if (AskedFor(context) is not { } address || await features.FindMovedAsync(context, address, context.RequestAborted) is not { Length: > 0 } path) return false;
        context.Response.Headers.CacheControl = Remember;
        await Page.MovedPermanently(path).ExecuteAsync(context);
        return true;
    }

    /// <summary>Null where there is nothing to ask: other methods, the portal, the API, and what is too long to be an address of a page.</summary>
    static string? AskedFor(HttpContext context)
    {
        var request = context.Request;
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || context.Features.Get<PresentVillage>() is not { IsPage: true }) return null;
        var address = request.Path.Value + request.QueryString.Value;
        return address.Length <= Longest && Characters.AreName(address) ? address : null;
    }
}
