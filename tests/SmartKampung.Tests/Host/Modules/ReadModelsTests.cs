namespace SmartKampung.Tests.Host.Modules;

public sealed class ReadModelsTests
{
    [Fact]
    public async Task A_host_that_stopped_in_good_order_leaves_no_mark_to_rebuild()
    {
        await using var host = await TestHost.StartAsync();
        var mark = Path.Combine(host.DataFolder, "portal.running");
        Assert.True(File.Exists(mark));
        await ((Microsoft.Extensions.Hosting.IHostedService)host.Services.GetService(typeof(SmartKampung.Host.Modules.ReadModels))!).StopAsync(TestContext.Current.CancellationToken);
        Assert.False(File.Exists(mark));
    }
}
