using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Background;
using SmartKampung.Host.CommandLine;
using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.CommandLine;

public sealed class PortalCommandsTests : IDisposable
{
    readonly TemporaryFolder data = new();
    readonly StringWriter output = new();
    readonly StringWriter errors = new();

    public void Dispose()
    {
        data.Dispose();
        output.Dispose();
        errors.Dispose();
    }

    [Fact]
    public async Task The_portal_is_made_anew_without_a_running_host_and_through_one()
    {
        Assert.Equal(0, await RunAsync(_ => { }));
        await using var host = await HostProcess.StartAsync(data.FullName);
        Assert.True(SpinWait.SpinUntil(() => File.Exists(data.Combine("host.address")), TimeSpan.FromSeconds(30)));
        Assert.Equal(0, await RunAsync(_ => { }));
        Assert.Equal(2, output.ToString().Split("The portal shows the villages as they are.").Length - 1);
    }

    [Fact]
    public async Task It_is_waited_for_and_what_keeps_it_from_being_done_is_told()
    {
        Assert.Equal(1, await RunAsync(services => services.AddSingleton<IReceivers, FullDisk>()));
        Assert.Contains("the host tries again: No room.", errors.ToString(), StringComparison.Ordinal);
        Assert.Equal("", output.ToString());
    }

    Task<int> RunAsync(Action<IServiceCollection> add) => HostCommand.RunAsync(
        ["portal", "rebuild", "--data", data.FullName, "--plugins", NewsAlone.Folder],
        args => BuildAsync(args, add),
        new InvocationConfiguration { Output = output, Error = errors });

    static Task<WebApplication> BuildAsync(string[] args, Action<IServiceCollection> add)
    {
        var builder = WebApplication.CreateBuilder(args);
        HostConfiguration.AddTo(builder.Configuration, args);
        add(builder.Services);
        return SmartKampung.Host.Program.BuildAsync(builder);
    }

    sealed class FullDisk : IReceivers
    {
        public IEnumerable<Receiver> Of(Partition partition, OutgoingEvent happened) =>
            happened.Name == PortalIsBehind.EventName ? [new("portal", (_, _) => throw new IOException("No room."))] : [];
    }
}
