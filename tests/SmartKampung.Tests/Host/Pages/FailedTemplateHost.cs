using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SmartKampung.Tests.Host.Pages;

/// <summary>A host in which the demo village edited the template of its list of news so that it fails, for the tests of a class.</summary>
public sealed class FailedTemplateHost : IAsyncLifetime
{
    public TestHost Host { get; private set; } = new();

    internal MessageLog Log { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Host = await TestHost.StartAsync(services => services.AddSingleton<ILoggerProvider>(Log));
        using var saved = await Host.Administrator.PutAsync(
            $"/api/villages/{TestHost.DemoCode}/templates/news/news-list", new StringContent("<p>Berita</p>\n{{ while true; end }}"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
