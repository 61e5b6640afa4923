namespace SmartKampung.Host.Backups;

/// <summary>The room of the backups: a village in one file, checked, kept for a while, and put back.</summary>
static class BackupsComposition
{
    /// <summary>Adds them; what a restore had decided when the host was killed is done before anything else starts.</summary>
    public static IServiceCollection AddBackups(this IServiceCollection services)
    {
        services.AddOptions<BackupOptions>().BindConfiguration("Backups").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<BackupFolder>()
            .AddSingleton<BackupRecords>()
            .AddSingleton<VillageCards>()
            .AddSingleton<VillageMarks>()
            .AddSingleton<MakeBackup>()
            .AddSingleton<BackupWork>()
            .AddSingleton<BackupAlarm>()
            .AddSingleton<BackupList>()
            .AddSingleton<Retention>()
            .AddSingleton<RestoreFolders>()
            .AddSingleton<RestoreTarget>()
            .AddSingleton<RestoreCard>()
            .AddSingleton<RestoreFiles>()
            .AddSingleton<RestoreBackup>()
            .AddSingleton<FinishRestores>()
            .AddHostedService(host => host.GetRequiredService<FinishRestores>())
            .AddSingleton<ScheduledBackups>()
            .AddHostedService(host => host.GetRequiredService<ScheduledBackups>());
    }
}
