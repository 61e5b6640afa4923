using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.CommandLine;

namespace SmartKampung.Tests.Host.CommandLine;

/// <summary>Runs commands of the host with a data folder of a test's own, and keeps what they print.</summary>
sealed class Terminal : IDisposable
{
    readonly TemporaryFolder data = new();
    readonly StringWriter output = new();
    readonly StringWriter errors = new();

    public string Data => data.FullName;

    public string Output => output.ToString();

    public string Errors => errors.ToString();

    /// <summary>Services that stand in for the host's own.</summary>
    public Action<IServiceCollection> Instead { get; set; } = _ => { };

    public Task<int> RunAsync(params string[] words) => HostCommand.RunAsync(
        [.. words, "--data", Data, "--plugins", NewsAlone.Folder], BuildAsync, new InvocationConfiguration { Output = output, Error = errors });

    /// <summary>Starts a host on the same data, which commands go to from then on.</summary>
    public async Task<HostProcess> ServeAsync()
    {
        var host = await HostProcess.StartAsync(Data);
        Assert.True(SpinWait.SpinUntil(() => File.Exists(data.Combine("host.address")), TimeSpan.FromSeconds(30)));
        return host;
    }

    public void Dispose()
    {
        data.Dispose();
        output.Dispose();
        errors.Dispose();
    }

    Task<WebApplication> BuildAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        HostConfiguration.AddTo(builder.Configuration, args);
        Instead(builder.Services);
        return SmartKampung.Host.Program.BuildAsync(builder);
    }
}
