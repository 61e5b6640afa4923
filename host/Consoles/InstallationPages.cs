using Microsoft.Extensions.Options;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles;

/// <summary>Accounts and consoles live at the installation's address alone; a village's own host name has public pages, and leads there where that address is known.</summary>
sealed class InstallationPages(RequestDelegate next, IOptions<SiteOptions> site)
{
    static readonly PathString[] Places = ["/kelola", "/masuk", "/keluar"];

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!IsElsewhere(context) || !Places.Any(place => request.Path.StartsWithSegments(place))) return next(context);
        if (site.Value.Address is { Length: > 0 } installation && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
            context.Response.Redirect($"{installation.TrimEnd('/')}/{PresentVillage.Of(context)!.Slug}{request.PathBase.ToUriComponent()}{request.Path.ToUriComponent()}{request.QueryString}");
        else
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>Whether the request came by a village's own host name, where the path does not begin with the village.</summary>
    public static bool IsElsewhere(HttpContext context) =>
        context.Features.Get<PresentVillage>() is { IsPage: true } present && !context.Request.PathBase.StartsWithSegments("/" + present.Village.Slug);
}
