namespace SmartKampung.Host.Downloads;

/// <summary>The room of what the host fetches from elsewhere.</summary>
static class DownloadsComposition
{
    public static IServiceCollection AddDownloads(this IServiceCollection services)
    {
        services.AddOptions<DownloadOptions>().BindConfiguration("Downloads");
        return services.AddSingleton<IDownloads, Downloads>();
    }
}
