using SmartKampung.Host.Settings;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Villages.Succession;

/// <summary>Opens units of work over villages and what they say of modules, so that new villages never come without their settings.</summary>
sealed class SuccessionDocuments(IDocumentStore store)
{
    readonly DocumentSet documents = store.Register("host", [.. VillageDocuments.Registrations, ModuleConfigurations.Registration]);

    public IDocumentSession OpenSession(IEnumerable<ModuleConfiguration> configurations)
    {
        var session = store.OpenSession(Partition.Installation, documents);
        foreach (var configuration in configurations) session.Store(configuration);
        return session;
    }
}
