namespace SmartKampung.Host.Papers;

/// <summary>The room of the papers: PDFs of templates, and signatures on them.</summary>
static class PapersComposition
{
    public static IServiceCollection AddPapers(this IServiceCollection services)
    {
        services.AddOptions<PaperOptions>().BindConfiguration("Papers").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<PaperWorkers>()
            .AddSingleton<PaperMetrics>()
            .AddSingleton<PaperEngine>()
            .AddSingleton<WritePaper>()
            .AddSingleton<PapersOfModules>();
    }
}
