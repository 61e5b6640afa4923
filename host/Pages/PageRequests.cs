using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Pages;

/// <summary>Says whether the reader of a request holds a permission; the host's rights answer it.</summary>
interface IPermissionCheck
{
    bool Holds(HttpContext context, string permission);
}

/// <summary>Gathers what pages know of a request.</summary>
sealed class PageRequests(
    SiteInformation site, IOptions<SiteOptions> options, IAntiforgery antiforgery, TimeProvider clock, IServiceProvider services)
{
    readonly IPermissionCheck? permissions = services.GetService<IPermissionCheck>();

    public PageRequest Of(HttpContext context, string owner, string? message = null)
    {
        var village = PresentVillage.Of(context);
        var addresses = AddressBook.Of(context, options.Value.Address);
        return new PageRequest
        {
            Owner = owner,
            Village = village,
            Regency = site.RegencyOf(village),
            Site = site.SiteOf(addresses),
            Addresses = addresses,
            Path = context.Request.Path.HasValue ? context.Request.Path.Value! : "/",
            EncodedPath = context.Request.Path.HasValue ? context.Request.Path.ToUriComponent() : "/",
            Now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), village?.TimeZone ?? SiteClock.TimeZone),
            Can = permission => permissions?.Holds(context, permission) ?? false,
            Menu = () => services.GetService<ISiteMenu>()?.Menu(context) ?? [],
            AntiforgeryField = () => FieldOf(context),
            Message = message,
        };
    }

    (string Name, string Value) FieldOf(HttpContext context)
    {
        var tokens = antiforgery.GetAndStoreTokens(context);
        return (tokens.FormFieldName, tokens.RequestToken ?? "");
    }
}
