using System.Reflection;
using SmartKampung.Host.Background;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Modules;

/// <summary>A composed module: its services for all villages, what it registered and its endpoints.</summary>
sealed class Capsule(ModuleManifest manifest, ModuleRegistrations registrations, DocumentSet documents, DocumentSet portalDocuments, ServiceProvider services, LoadedModule module)
    : IAsyncDisposable
{
    public string Id => manifest.Id;

    public ModuleManifest Manifest => manifest;

    public ModuleRegistrations Registrations => registrations;

    public DocumentSet Documents => documents;

    /// <summary>What it keeps once for the installation: its read models and documents of its own.</summary>
    public DocumentSet PortalDocuments => portalDocuments;

    public IServiceProvider Services => services;

    /// <summary>The assemblies whose types modules that require this one see.</summary>
    public IReadOnlyList<Assembly> Contracts => module.Contracts;

    public EventJson EventJson { get; } = new();

    public IReadOnlyList<ModuleJob> Jobs { get; } = [.. registrations.Jobs.Select(ModuleJob.Of)];

    public IReadOnlyList<RouteEndpoint> Endpoints { get; set; } = [];

    /// <summary>The copy of the plugin's folder that it was loaded from.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Its templates, texts and assets.</summary>
    public PagesOfModule? Pages { get; set; }

    /// <summary>Its load context, to see whether it went.</summary>
    public WeakReference LoadContext { get; set; } = new(null);

    public bool IsEmpty => Requests.WhenEmptyAsync().IsCompleted && Background.WhenEmptyAsync().IsCompleted;

    /// <summary>Requests, and what the module adds to pages, under way.</summary>
    public CallGate Requests { get; } = new();

    /// <summary>Jobs and event handlers under way.</summary>
    public CallGate Background { get; } = new();

    /// <summary>Enters the capsule in the request's village, or at the portal.</summary>
    public CapsuleScope Enter(HttpContext context) => Enter(context.Features.Get<PresentVillage>()?.Village, context, context.RequestServices);

    /// <summary>Enters the capsule in a village without a request, as background work does.</summary>
    public CapsuleScope Enter(Village village, IServiceProvider host) => Enter(village, null, host);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        module.Context.Dispose();
    }

    CapsuleScope Enter(Village? village, HttpContext? context, IServiceProvider host)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CapsuleContext>().Enter(village, context);
        return new CapsuleScope(scope, host);
    }
}
