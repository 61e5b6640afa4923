using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SmartKampung.Host.Papers;

namespace SmartKampung.Tests.Host.Papers;

/// <summary>What makes papers and what signs them take a while to begin; they serve all hosts of tests that ask nothing else of them.</summary>
static class SharedPapers
{
    /// <summary>In seconds of the processor: where others slow the machine down, time counts as used in which it was not there.</summary>
    const int Patience = 120;

    static readonly Lazy<PaperWorkers> Workers = new(() =>
    {
        var workers = new PaperWorkers(Options.Create(new PaperOptions()), TimeProvider.System);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => workers.Dispose();
        return workers;
    });

    /// <summary>Lends the processes to a host whose options tell nothing of papers.</summary>
    public static void Lend(IServiceCollection services, IEnumerable<string> options)
    {
        if (options.Any(option => option.StartsWith("--Papers:", StringComparison.Ordinal))) return;
        services.AddSingleton(Workers.Value);
        services.PostConfigure<PaperOptions>(papers => papers.Seconds = Patience);
    }

    /// <summary>Makes the host's authority.</summary>
    public static void MakeAuthority(TestHost host) => Assert.True(host.Services.GetRequiredService<CertificateAuthority>().Certificate.HasPrivateKey);
}
