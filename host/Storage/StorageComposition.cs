using Microsoft.Extensions.DependencyInjection.Extensions;
using SmartKampung.Host.Storage.LiteDb;

namespace SmartKampung.Host.Storage;

static class StorageComposition
{
    /// <summary>Adds the document store and the files; needs a <see cref="DataFolder"/> among the services.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration("Storage").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<DiskOptions>().BindConfiguration("Disk");
        services.TryAddSingleton<IDisk, Disk>();
        services.TryAddSingleton<IDiskSync, DiskSync>();
        services.TryAddSingleton<IDocumentStore, LiteDbDocumentStore>();
        return services
            .AddSingleton<PersonalKeys>()
            .AddSingleton<PersonalSeals>()
            .AddSingleton<DiskRoom>()
            .AddSingleton<DiskWatch>()
            .AddHostedService(host => host.GetRequiredService<DiskWatch>())
            .AddSingleton<FileStore>()
            .AddSingleton<WaitingFolder>()
            .AddSingleton<PrivateFileStore>()
            .AddSingleton<StorageMetrics>()
            .AddSingleton<ClearPrivateFiles>()
            .AddHostedService(host => host.GetRequiredService<ClearPrivateFiles>())
            .AddSingleton<ResealPersonal>()
            .AddHostedService(host => host.GetRequiredService<ResealPersonal>())
            .AddSingleton<WaitingVillages>()
            .AddSingleton<Outbox>();
    }
}
