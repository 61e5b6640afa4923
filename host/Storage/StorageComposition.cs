using SmartKampung.Host.Storage.LiteDb;

namespace SmartKampung.Host.Storage;

static class StorageComposition
{
    /// <summary>Adds the document store and the files; needs a <see cref="DataFolder"/> among the services.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration("Storage").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<IDiskSync, DiskSync>()
            .AddSingleton<FileStore>()
            .AddSingleton<IDocumentStore, LiteDbDocumentStore>()
            .AddSingleton<WaitingVillages>()
            .AddSingleton<Outbox>();
    }
}
