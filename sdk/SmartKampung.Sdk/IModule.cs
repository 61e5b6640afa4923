namespace SmartKampung.Sdk;

/// <summary>
/// A capability that villages switch on: letters, news, a marketplace. One plugin folder holds one module,
/// and its assembly one public class that implements this interface and has a constructor without parameters.
/// </summary>
/// <remarks>
/// <para>
/// A module's life: found (module.json is read, no code runs), resolved (SDK range, requirements and places are checked),
/// loaded (its assemblies, in a load context of their own), composed (<see cref="AddServices"/> fills a service provider of its own),
/// mapped (the Map verbs add endpoints), running, and at last drained and disposed when it is replaced or removed.
/// Whatever it throws stays with it: the host goes on and tells which module failed and why.
/// </para>
/// <para>
/// One instance and one service provider serve all villages, so a module keeps no village's state in fields.
/// Handlers ask for what they need as parameters and are already inside one village: <see cref="Village"/>,
/// <see cref="IDocumentSession"/>, <see cref="IFileStore"/>, <see cref="IPrivateFiles"/>, <see cref="IPortalSession"/>, <see cref="ITexts"/>, <see cref="IAddresses"/>, the module's settings,
/// <see cref="TimeProvider"/>, <see cref="System.Security.Claims.ClaimsPrincipal"/>, <see cref="CancellationToken"/> and loggers.
/// </para>
/// <para>
/// Each route needs exactly one rule, <see cref="Rules.AllowAnyone{T}"/>, <see cref="Rules.AllowResident{T}"/> or
/// <see cref="Rules.RequirePermission{T}"/>; a module with a route that has none, or two, is refused at load.
/// </para>
/// </remarks>
public interface IModule
{
    /// <summary>Registers documents, settings, permissions, places in pages and the module's own services. Called once, before any Map verb.</summary>
    /// <param name="services">The module's own services; the host adds what this SDK lists and forwards ASP.NET Core's to handlers.</param>
    void AddServices(IServiceCollection services) { }

    /// <summary>Maps public pages of a village. Patterns begin with one of the places in module.json, such as <c>/berita</c>.</summary>
    /// <param name="village">Routes below the village's address; the host serves them below its slug and on its own host name.</param>
    void MapPages(IEndpointRouteBuilder village) { }

    /// <summary>Maps pages for staff, below <c>/VILLAGE/kelola/MODULE</c>.</summary>
    /// <param name="console">Routes below the module's part of the console; <c>/</c> is its first page.</param>
    void MapConsole(IEndpointRouteBuilder console) { }

    /// <summary>Maps the module's API, below <c>/api/villages/CODE/MODULE</c>.</summary>
    /// <param name="village">Routes below the module's part of the village's API.</param>
    void MapApi(IEndpointRouteBuilder village) { }

    /// <summary>
    /// Maps pages of the regency's portal, at the same places as the village's. No village is present there: <see cref="IDocumentSession"/>
    /// is of the portal's own documents, see <see cref="DocumentRegistrations.AddReadModel{TSource, TModel}"/> and <see cref="DocumentRegistrations.AddPortalDocuments{T}"/>.
    /// </summary>
    /// <param name="portal">Routes below the installation's address.</param>
    void MapPortal(IEndpointRouteBuilder portal) { }

    /// <summary>
    /// Maps pages for staff of the regency and its districts, below <c>/kelola/MODULE</c> of the portal. Each route has a <see cref="Rules.RequirePermission{T}"/>;
    /// whoever may open the first page finds it in the console's menu. <see cref="IDocumentSession"/> is as in <see cref="MapPortal"/>.
    /// Who works for a district must see nothing of another's: ask <see cref="IVillagesInSight"/>, and answer 404 for all else.
    /// </summary>
    /// <param name="regency">Routes below the module's part of the regency's console; <c>/</c> is its first page.</param>
    void MapRegency(IEndpointRouteBuilder regency) { }
}
