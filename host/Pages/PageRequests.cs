using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Consoles;
using SmartKampung.Host.PageCache;
using SmartKampung.Host.Regency;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Pages;

/// <summary>Gathers what pages know of a request.</summary>
sealed class PageRequests(
    SiteInformation site, IOptions<SiteOptions> options, TemplateDrafts drafts, TextLibrary texts, IAntiforgery antiforgery, TimeProvider clock, IServiceProvider services)
{
    public PageRequest Of(HttpContext context, string owner, string? message = null)
    {
        var village = PresentVillage.Of(context);
        var draft = drafts.Of(context);
        var addresses = AddressBook.Of(context, options.Value.Address);
        return new PageRequest
        {
            Owner = owner,
            Village = village,
            Regency = site.RegencyOf(village),
            Site = site.SiteOf(addresses),
            OffersEnglish = options.Value.English,
            Layout = PageLayout.Of(context).Template,
            Addresses = addresses,
            Path = context.Request.Path.HasValue ? context.Request.Path.Value! : "/",
            EncodedPath = context.Request.Path.HasValue ? context.Request.Path.ToUriComponent() : "/",
            Now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), village?.TimeZone ?? SiteClock.TimeZone),
            Can = permission => services.GetService<Rights>()?.HoldsToChange(context, permission) is true,
            OwnRole = role => services.GetService<RoleSets>()?.NameOf(role),
            Person = SignedIn.Of(context)?.Account.Name,
            Menu = () => MenuOf(context),
            Account = () => AccountLinks.Of(context, addresses, options.Value.Address),
            Notices = context.Features.Get<ConsoleNotices>(),
            AntiforgeryField = () => FieldOf(context),
            Draft = draft,
            Message = draft is null ? message : texts.For(PageOwner.Host.Id, context)["look.template.trying"],
        };
    }

    IReadOnlyList<MenuLink> MenuOf(HttpContext context) =>
        (PageLayout.Of(context) == PageLayout.Console ? services.GetService<ConsoleMenu>()?.Links(context) : services.GetService<ISiteMenu>()?.Menu(context)) ?? [];

    (string Name, string Value) FieldOf(HttpContext context)
    {
        PageRender.Of(context)?.Forbid();
        var tokens = antiforgery.GetAndStoreTokens(context);
        return (tokens.FormFieldName, tokens.RequestToken ?? "");
    }
}
