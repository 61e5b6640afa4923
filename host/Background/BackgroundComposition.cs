using SmartKampung.Host.Notifications;

namespace SmartKampung.Host.Background;

/// <summary>The room of what happens without anyone waiting for it: events, jobs, the portal's view of the villages.</summary>
static class BackgroundComposition
{
    public static IServiceCollection AddBackground(this IServiceCollection services)
    {
        services.AddOptions<JobOptions>().BindConfiguration("Jobs").ValidateDataAnnotations().ValidateOnStart();
        return services.AddWork().AddNotifications();
    }

    static IServiceCollection AddWork(this IServiceCollection services) => services
        .AddSingleton<OutboxDelivery>()
        .AddHostedService(host => host.GetRequiredService<OutboxDelivery>())
        .AddSingleton<IReceivers, EventReceivers>()
        .AddSingleton<ReadModels>()
        .AddSingleton<IReceivers>(host => host.GetRequiredService<ReadModels>())
        .AddSingleton<JobTurns>()
        .AddSingleton<JobPlan>()
        .AddSingleton<JobRunner>()
        .AddHostedService(host => host.GetRequiredService<JobRunner>())
        .AddHostedService<ModuleArrivals>()
        .AddSingleton<Indicators>();
}
