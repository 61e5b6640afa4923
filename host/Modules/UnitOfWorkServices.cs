using SmartKampung.Host.Accounts;
using SmartKampung.Host.Background;
using SmartKampung.Host.Media;
using SmartKampung.Host.Notifications;
using SmartKampung.Host.PageCache;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Modules;

/// <summary>What a module works with in one village: its session and all that is saved with it, the services of other modules, its cache.</summary>
sealed class UnitOfWorkServices(IDocumentStore store, Outbox outbox, ModuleCaches caches, Messages messages, MediaDocuments media, AddPicture addPicture, NoteMediaUse mediaUse, WaitingFolder waiting, PrivateFileStore privateFiles, TimeProvider clock)
{
    public void AddTo(IServiceCollection services, Func<Capsule> capsule)
    {
        services.AddScoped<CalledModules>();
        services.AddScoped(scope => UnitIn(scope.GetRequiredService<CapsuleContext>(), capsule()));
        services.AddScoped<IDocumentSession>(scope => SessionIn(scope.GetRequiredService<CapsuleContext>(), capsule(), scope.GetRequiredService<VillageUnit>()));
        services.AddScoped<IPortalSession>(scope => PortalIn(scope.GetRequiredService<CapsuleContext>(), capsule()));
        services.AddScoped<IEvents>(scope => new ModuleEvents(capsule().Id, scope.GetRequiredService<VillageUnit>(), capsule().EventJson));
        services.AddScoped<IMedia>(scope => MediaIn(scope.GetRequiredService<CapsuleContext>(), (AddressBook)scope.GetRequiredService<IAddresses>()));
        services.AddScoped<IWaitingFiles>(scope => waiting.Of(scope.GetRequiredService<CapsuleContext>().Village.Id, capsule().Id));
        services.AddScoped<IPrivateFiles>(scope => new ModulePrivateFiles(privateFiles.Of(scope.GetRequiredService<CapsuleContext>().Village.Id, capsule().Id), scope.GetRequiredService<VillageUnit>()));
        services.AddScoped(scope => CacheIn(scope.GetRequiredService<CapsuleContext>(), capsule()));
        services.AddScoped<INotifications>(scope => new ModuleNotifications(
            capsule().Id, scope.GetRequiredService<Village>(), scope.GetRequiredService<VillageUnit>(), messages, clock));
    }

    /// <summary>At the portal a module's documents are its read models, and those that it keeps there itself.</summary>
    static DocumentSet DocumentsIn(CapsuleContext context, Capsule capsule) => context.VillageOrNull is null ? capsule.PortalDocuments : capsule.Documents;

    VillageUnit UnitIn(CapsuleContext context, Capsule capsule) =>
        context.Caller ?? new VillageUnit(outbox, context.Partition, store.OpenSession(context.Partition, DocumentsIn(context, capsule)));

    ModuleSession SessionIn(CapsuleContext context, Capsule capsule, VillageUnit unit)
    {
        var documents = DocumentsIn(context, capsule);
        var session = Limited(store.Join(unit.Root, documents), context, documents, unit);
        var noted = PageRender.Of(context.Http) is { } render ? new NotedSession(session, render, context.Partition, documents.Owner) : session;
        return new ModuleSession(capsule.Registrations, capsule.Id, noted, unit, mediaUse, isCalled: context.Caller is not null);
    }

    PortalSession PortalIn(CapsuleContext context, Capsule capsule)
    {
        var session = store.OpenSession(Partition.Portal, capsule.PortalDocuments);
        return new(PageRender.Of(context.Http) is { } render ? new NotedSession(session, render, Partition.Portal, capsule.PortalDocuments.Owner) : session, capsule.Registrations.PortalDocuments);
    }

    ModuleMedia MediaIn(CapsuleContext context, AddressBook addresses) => new(LibraryIn(context), addresses, addPicture, context.VillageOrNull?.Id);

    IDocumentSession LibraryIn(CapsuleContext context)
    {
        var session = media.OpenSession(context.Partition);
        return PageRender.Of(context.Http) is { } render ? new NotedSession(session, render, context.Partition, MediaDocuments.Owner) : session;
    }

    static IDocumentSession Limited(IDocumentSession session, CapsuleContext context, DocumentSet documents, VillageUnit unit) =>
        context.VillageOrNull is { } village && SignedInTo(context)?.TerritoriesIn(village) is { } territories ? new TerritorialSession(session, documents, territories, unit) : session;

    static SignedIn? SignedInTo(CapsuleContext context) => context.Http is { } http ? SignedIn.Of(http) : null;

    /// <summary>A page may be made from what was read for another, so it hangs on all documents of the module.</summary>
    ICache CacheIn(CapsuleContext context, Capsule capsule)
    {
        if (PageRender.Of(context.Http) is { } render)
            foreach (var type in capsule.Documents.Types) render.Read(new PageTag(context.Partition, capsule.Documents.Owner, type.Name));
        return caches.For(context.Village, capsule.Id);
    }
}
