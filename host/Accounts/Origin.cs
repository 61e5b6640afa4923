using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Accounts;

/// <summary>The installation's own address for what is read outside of a request; never what a request says of itself, since that may be made up.</summary>
sealed class Origin(IOptions<SiteOptions> site, IServiceProvider services)
{
    public string Address => site.Value.Address is { Length: > 0 } address ? address : Listening ?? "";

    string? Listening => services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
}
