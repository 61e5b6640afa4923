namespace SmartKampung.Host.PageCache;

/// <summary>Pages that are the same for everybody, rendered once and sent to many.</summary>
static class PageCacheComposition
{
    public static IServiceCollection AddPageCache(this IServiceCollection services)
    {
        services.AddOptions<PageCacheOptions>().BindConfiguration("PageCache").ValidateDataAnnotations().ValidateOnStart()
            .PostConfigure<IHostEnvironment>(KeepNothingWhileDeveloping);
        return services
            .AddSingleton<PageStore>()
            .AddSingleton<KeptParts>()
            .AddSingleton<IPageEvictions>(host => host.GetRequiredService<PageStore>())
            .AddHostedService<EvictPages>();
    }

    /// <summary>Answers with kept pages; stands first.</summary>
    public static void UseKeptPages(this IApplicationBuilder app) => app.UseMiddleware<ServeKeptPages>();

    /// <summary>Makes pages that may be kept; stands last, before the endpoints.</summary>
    public static void UseMakingOfKeptPages(this IApplicationBuilder app) => app.UseMiddleware<MakeKeptPages>();

    /// <summary>Templates and texts are read anew then whenever their files change.</summary>
    static void KeepNothingWhileDeveloping(PageCacheOptions options, IHostEnvironment environment)
    {
        if (environment.IsDevelopment()) options.Megabytes = 0;
    }
}
