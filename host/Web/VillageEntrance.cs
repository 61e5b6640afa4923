using Microsoft.Extensions.Options;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Portal;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Web;

/// <summary>
/// Finds the village of a request by host name, by the first segment of its path or by the code in an API address, and the language by /en.
/// Both prefixes become the PathBase, so that one set of routes serves every village on every address.
/// </summary>
sealed class VillageEntrance(VillageRegistry villages, VillageCache cache, IOptions<SiteOptions> site, RequestDelegate next)
{
    static readonly PathString VillageApi = new("/api/villages");

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (SiteHosts.WayFrom(request, site.Value) is { } way) return LeadAsync(context, way);
        if (request.Path.StartsWithSegments(VillageApi, out var rest)) return EnterApiAsync(context, FirstSegment(rest));
        if (villages.FindByHostName(request.Host.Host) is { } byHost) return EnterAsync(context, byHost);
        var segment = FirstSegment(request.Path);
        if (!villages.TryResolve(segment, out var found)) return EnterElsewhereAsync(context);
        if (found.MustRedirect || segment != found.Village.Slug) return RedirectAsync(context, request.Path.Value![(segment.Length + 1)..], found.Village.Slug);
        Move(request, segment.Length);
        return EnterAsync(context, found.Village);
    }

    /// <summary>The host name of a village that became part of another leads there; any other is the portal's.</summary>
    Task EnterElsewhereAsync(HttpContext context) => villages.FindSuccessorByHostName(context.Request.Host.Host) is { } successor
        ? RedirectAsync(context, context.Request.Path, successor.Slug)
        : EnterPortalAsync(context);

    Task EnterPortalAsync(HttpContext context)
    {
        context.Features.Set(new StatusPageModel(new UnknownVillage(context, villages)));
        return TakeLanguageAsync(context);
    }

    /// <summary>An earlier code, or that of a village that became part of another, leads to the present one. A closed village has no modules any more, only what the host tells of it.</summary>
    async Task EnterApiAsync(HttpContext context, string code)
    {
        var village = villages.FindByCode(code);
        if (village is not null && PresentCode.Moved(context.Request, code, village, villages.Villages) is { } address)
        {
            context.Response.Redirect(address, permanent: true);
            return;
        }

        if (village is { IsClosed: false } && village.Code == code)
            context.Features.Set(new PresentVillage(await cache.GetAsync(village, context.RequestAborted), IsPage: false));
        await next(context);
    }

    async Task EnterAsync(HttpContext context, VillageEntry village)
    {
        var known = await cache.FindAsync(village, context.RequestAborted);
        context.Features.Set(new PresentVillage(known.Village) { Look = known.Look });
        await TakeLanguageAsync(context);
    }

    Task TakeLanguageAsync(HttpContext context)
    {
        if (FirstSegment(context.Request.Path) == "en" && site.Value.English && PresentVillage.Of(context) is not { Profile.IsInEnglish: false })
        {
            Move(context.Request, segmentLength: 2);
            context.Features.Set(RequestLanguage.English);
        }

        return next(context);
    }

    static Task RedirectAsync(HttpContext context, PathString rest, string slug)
    {
        var request = context.Request;
        var keepsMethod = !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method));
        context.Response.Redirect($"/{slug}{(rest == "/" ? "" : rest.ToUriComponent())}{request.QueryString}", permanent: true, preserveMethod: keepsMethod);
        return Task.CompletedTask;
    }

    /// <summary>Not for ever: the regency may give the name to a village.</summary>
    static Task LeadAsync(HttpContext context, string way)
    {
        context.Response.Redirect(way, permanent: false, preserveMethod: true);
        return Task.CompletedTask;
    }

    static void Move(HttpRequest request, int segmentLength)
    {
        var path = request.Path.Value!;
        request.PathBase = new PathString(request.PathBase.Value + path[..(segmentLength + 1)]);
        request.Path = new PathString(path[(segmentLength + 1)..]);
    }

    static string FirstSegment(PathString path)
    {
        var value = path.Value ?? "";
        if (value.Length < 2) return "";
        var end = value.IndexOf('/', 1);
        return end < 0 ? value[1..] : value[1..end];
    }
}
