using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Background;
using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.CommandLine;

public sealed class PortalCommandsTests : IDisposable
{
    readonly Terminal terminal = new();

    public void Dispose() => terminal.Dispose();

    [Fact]
    public async Task The_portal_is_made_anew_without_a_running_host_and_through_one()
    {
        Assert.Equal(0, await terminal.RunAsync("portal", "rebuild"));
        await using var host = await terminal.ServeAsync();
        Assert.Equal(0, await terminal.RunAsync("portal", "rebuild"));
        Assert.Equal(2, terminal.Output.Split("The portal shows the villages as they are.").Length - 1);
    }

    [Fact]
    public async Task It_is_waited_for_and_what_keeps_it_from_being_done_is_told()
    {
        terminal.Instead = services => services.AddSingleton<IReceivers, FullDisk>();
        Assert.Equal(1, await terminal.RunAsync("portal", "rebuild"));
        Assert.Contains("the host tries again: No room.", terminal.Errors, StringComparison.Ordinal);
        Assert.Equal("", terminal.Output);
    }

    sealed class FullDisk : IReceivers
    {
        public IEnumerable<Receiver> Of(Partition partition, OutgoingEvent happened) =>
            happened.Name == PortalIsBehind.EventName ? [new("portal", (_, _) => throw new IOException("No room."))] : [];
    }
}
