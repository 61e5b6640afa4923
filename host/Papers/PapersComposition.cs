using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SmartKampung.Host.Papers;

/// <summary>The room of the papers: PDFs of templates, and signatures on them.</summary>
static class PapersComposition
{
    public static IServiceCollection AddPapers(this IServiceCollection services)
    {
        services.AddOptions<PaperOptions>().BindConfiguration("Papers").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<PaperWorkers>();
        return services
            .AddSingleton<PaperMetrics>()
            .AddSingleton<PaperEngine>()
            .AddSingleton<WritePaper>()
            .AddSingleton<MakeMark>()
            .AddSingleton<PapersOfModules>()
            .AddSigning();
    }

    static IServiceCollection AddSigning(this IServiceCollection services) => services
        .AddSingleton<KeyFiles>()
        .AddSingleton<CertificateAuthority>()
        .AddSingleton<SignerCertificates>()
        .AddSingleton<SigningTexts>()
        .AddSingleton<VerifyPaper>()
        .AddSingleton<OwnSigner>()
        .AddSingleton<BsreClients>()
        .AddSingleton<BsreSigner>()
        .AddSingleton<Signers>()
        .AddSingleton<Statements>()
        .AddSingleton<IStatements>(host => host.GetRequiredService<Statements>());
}
