using Microsoft.AspNetCore.Routing.Matching;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Modules;

/// <summary>
/// Rules out routes that do not exist where the request is: a village's at the portal and the reverse, and those of modules that the village
/// has not switched on. So switching is a flag that the next request sees, and what is off answers 404 like what never was.
/// </summary>
sealed class ModuleMatcherPolicy(ModuleSwitches switches) : MatcherPolicy, IEndpointSelectorPolicy
{
    // Before ASP.NET Core's policies of methods and content types, so that what does not exist is 404 and never 405.
    public override int Order => -2000;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => true;

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var present = httpContext.Features.Get<PresentVillage>();
        for (var i = 0; i < candidates.Count; i++)
            if (candidates.IsValidCandidate(i) && !Exists(candidates[i].Endpoint, present))
                candidates.SetValidity(i, false);
        return Task.CompletedTask;
    }

    bool Exists(Endpoint endpoint, PresentVillage? present)
    {
        var audience = endpoint.Metadata.GetMetadata<Audience>() ?? Audience.Portal;
        if (audience == Audience.Everywhere) return true;
        if (audience == Audience.Portal) return present is not { IsPage: true };
        if (present?.Village is not { } village || present.IsPage != (audience == Audience.Village)) return false;
        return endpoint.Metadata.GetMetadata<PageOwner>() is not { } module || switches.IsOn(village, module.Id);
    }
}
