using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.Primitives;

namespace SmartKampung.Host.Modules;

/// <summary>Describes the API as it is now: ASP.NET Core describes it once and knows nothing of modules that come and go.</summary>
sealed class PresentApiDescriptions(
    IActionDescriptorCollectionProvider actions, IEnumerable<IApiDescriptionProvider> providers, ModuleEndpointDataSource modules) : IApiDescriptionGroupCollectionProvider
{
    volatile Known? known;

    public ApiDescriptionGroupCollection ApiDescriptionGroups
    {
        get
        {
            if (known is { Changed.HasChanged: false } present) return present.Groups;
            var changed = modules.GetChangeToken();
            var groups = new ApiDescriptionGroupCollectionProvider(actions, providers).ApiDescriptionGroups;
            known = new Known(groups, changed);
            return groups;
        }
    }

    sealed record Known(ApiDescriptionGroupCollection Groups, IChangeToken Changed);
}
