using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Background;
using SmartKampung.Tests.Plugins.News;

namespace SmartKampung.Tests.Host.Background;

/// <summary>A host where Sarongan has the news on beside the demo village, and a portal that has followed before it is asked.</summary>
public abstract class PortalNews : IAsyncLifetime
{
    protected const string Sarongan = "/api/villages/35.10.01.2001";

    protected TestHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await TestHost.StartAsync();
        (await Host.Administrator.PutAsync($"{Sarongan}/modules/news", null)).EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task<string> PortalAsync(string path)
    {
        await Host.Services.GetRequiredService<OutboxDelivery>().CatchUpAsync();
        return await Host.PageAsync(path);
    }
}
