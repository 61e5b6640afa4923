using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Papers;
using SmartKampung.Host.Privacy;
using SmartKampung.Host.Regency;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Modules;

/// <summary>Composes a loaded module: its registrations, the services that the SDK promises, and its documents.</summary>
sealed class CapsuleFactory(
    IServiceProvider host, IDocumentStore store, UnitOfWorkServices unitOfWork, FileStore files, SettingsReader settings, TextLibrary texts, IOptions<SiteOptions> site)
{
    /// <exception cref="ModuleException">What the module registered can't be built or stored.</exception>
    public Capsule Compose(ModuleManifest manifest, LoadedModule module, IReadOnlyList<Capsule> required)
    {
        var services = new ServiceCollection();
        module.Entry.AddServices(services);
        var registrations = new ModuleRegistrations(services);
        var documents = Register(manifest.Id, registrations.Documents);
        var portalDocuments = Register(PortalOwner.Of(manifest.Id), [.. registrations.ReadModels.Select(readModel => readModel.Model), .. registrations.PortalDocuments]);
        Capsule? capsule = null;
        AddPromised(services, manifest.Id);
        services.AddScoped<IConsents>(scope => ConsentsIn(scope, manifest.Id, registrations.Consents));
        unitOfWork.AddTo(services, () => capsule!);
        AddShared(services, required);
        foreach (var registration in registrations.Settings)
            services.AddScoped(registration.Type, scope => SettingsIn(scope.GetRequiredService<CapsuleContext>(), manifest.Id, registration.Type));
        return capsule = new Capsule(manifest, registrations, documents, portalDocuments, Build(services), module);
    }

    static void AddShared(ServiceCollection services, IReadOnlyList<Capsule> required)
    {
        foreach (var called in required)
            foreach (var shared in called.Registrations.SharedServices)
                services.AddScoped(shared.Service, scope => scope.GetRequiredService<CalledModules>().Find(called, shared.Service));
    }

    void AddPromised(ServiceCollection services, string id)
    {
        services.AddScoped<CapsuleContext>();
        services.AddScoped(scope => scope.GetRequiredService<CapsuleContext>().Village);
        services.AddScoped(scope => files.For(scope.GetRequiredService<CapsuleContext>().Partition));
        services.AddScoped(scope => texts.For(id, scope.GetRequiredService<CapsuleContext>().Http));
        services.AddScoped<IAddresses>(scope => AddressesIn(scope.GetRequiredService<CapsuleContext>()));
        services.AddScoped(scope => scope.GetRequiredService<CapsuleContext>().Http?.User ?? new ClaimsPrincipal(new ClaimsIdentity()));
        services.AddScoped<IRights, ModuleRights>();
        services.AddScoped<IPerson, ModulePerson>();
        services.AddScoped<IVillagesInSight>(scope => new ModuleVillagesInSight(host.GetRequiredService<VillagesInSight>(), scope.GetRequiredService<CapsuleContext>()));
        services.AddScoped<ISlips>(scope => new ModuleSlips(host.GetRequiredService<ResidentSlips>(), scope.GetRequiredService<CapsuleContext>()));
        services.AddScoped(scope => host.GetRequiredService<FreshProof>().In(scope.GetRequiredService<CapsuleContext>()));
        services.AddScoped<IGuesses>(scope => new ModuleGuesses(host.GetRequiredService<WrongCodes>(), scope.GetRequiredService<CapsuleContext>()));
        services.AddScoped<IPapers>(scope => host.GetRequiredService<PapersOfModules>().Of(id, scope.GetRequiredService<CapsuleContext>()));
        services.AddSingleton(host.GetRequiredService<TimeProvider>());
        services.AddSingleton(host.GetRequiredService<IHtmlSanitizer>());
        services.AddSingleton(host.GetRequiredService<IDownloads>());
        services.AddSingleton(host.GetRequiredService<IStatements>());
        services.AddSingleton(host.GetRequiredService<ILoggerFactory>());
        services.TryAdd(ServiceDescriptor.Singleton(typeof(ILogger<>), typeof(Logger<>)));
    }

    ModuleConsents ConsentsIn(IServiceProvider scope, string id, IReadOnlyList<ConsentPurpose> purposes) => new(
        id, purposes, host.GetRequiredService<Consents>(), host.GetRequiredService<Notices>(), scope.GetRequiredService<IPerson>(), scope.GetRequiredService<CapsuleContext>());

    object SettingsIn(CapsuleContext context, string module, Type type) =>
        context.VillageOrNull is { } village ? settings.Get(module, type, village) : settings.GetForPortal(module, type);

    AddressBook AddressesIn(CapsuleContext context) =>
        context.Http is { } http ? AddressBook.Of(http, site.Value.Address) : AddressBook.Of(context.VillageOrNull, site.Value.Address);

    DocumentSet Register(string owner, IEnumerable<DocumentRegistration> registrations)
    {
        try
        {
            return store.Register(owner, registrations);
        }
        catch (InvalidOperationException refusal)
        {
            throw new ModuleException(refusal.Message, refusal);
        }
    }

    static ServiceProvider Build(ServiceCollection services)
    {
        try
        {
            return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        }
        catch (AggregateException failure)
        {
            throw new ModuleException($"A service can't be built: {failure.InnerExceptions[0].GetBaseException().Message}", failure);
        }
    }
}
