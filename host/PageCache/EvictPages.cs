using Microsoft.Extensions.Primitives;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.PageCache;

/// <summary>Listens to all that pages are made from. Each of them tells before it acknowledges, so whoever was told of a change finds no page from before.</summary>
sealed class EvictPages(
    IPageEvictions pages, IDocumentStore store, ModuleConfigurations configurations, VillageRegistry villages, OwnOutlines outlines, StoredOverrides templates, ModuleEndpointDataSource modules)
    : IHostedService, IDisposable
{
    IDisposable? swaps;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        store.OnCommitted(Follow);
        configurations.OnChanged((scope, _) => Evict(scope));
        villages.OnRegistered(pages.EvictAll);
        villages.OnProfileSaved(FollowProfile);
        outlines.OnChanged(pages.EvictAll);
        templates.OnChanged(pages.EvictAll);
        swaps = ChangeToken.OnChange(modules.GetChangeToken, pages.EvictAll);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => swaps?.Dispose();

    void Follow(Commit commit)
    {
        foreach (var type in commit.Changes.Select(change => change.Document.GetType().Name).Distinct())
            pages.Evict(new PageTag(commit.Partition, commit.Owner, type));
    }

    /// <summary>Villages inherit from wider scopes, and the portal from the widest.</summary>
    void Evict(Scope scope)
    {
        if (scope.Kind == ScopeKind.Village) pages.Evict(new PageTag(Partition.OfVillage(scope.VillageId)));
        else pages.EvictAll();
    }

    /// <summary>The portal names the villages that have told something of themselves.</summary>
    void FollowProfile(Guid village)
    {
        pages.Evict(new PageTag(Partition.OfVillage(village)));
        pages.Evict(new PageTag(Partition.Portal));
    }
}
