using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmartKampung.Tests.Plugins.News;

namespace SmartKampung.Tests.Host.Pages;

/// <summary>A village edited a template so that it fails: who can mend it learns which and where.</summary>
public sealed class FailedTemplateTests : IAsyncLifetime
{
    readonly MessageLog log = new();
    TestHost host = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await TestHost.StartAsync(services => services.AddSingleton<ILoggerProvider>(log));
        using var saved = await host.Administrator.PutAsync(
            $"/api/villages/{TestHost.DemoCode}/templates/news/news-list", new StringContent("<p>Berita</p>\n{{ while true; end }}"), Stop);
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Administrators_and_the_log_are_told_which_template_failed_and_visitors_that_something_did()
    {
        using var answer = await host.Administrator.GetAsync($"/{TestHost.DemoSlug}/berita", Stop);
        var told = await answer.Content.ReadAsStringAsync(Stop);
        var shown = await host.DemoPageAsync("/berita", HttpStatusCode.InternalServerError);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("Templat news/news-list.html gagal di baris 2, kolom 4: ", told, StringComparison.Ordinal);
        Assert.Contains("10000", told, StringComparison.Ordinal);
        Assert.DoesNotContain("news-list.html", shown, StringComparison.Ordinal);
        Assert.Contains(log.Messages, message => message.Contains("template news/news-list.html, line 2, column 4", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Other_pages_and_other_villages_keep_working()
    {
        (await host.Administrator.PutAsync("/api/villages/35.10.24.2007/modules/news", null, Stop)).EnsureSuccessStatusCode();
        await host.DemoPageAsync("/berita", HttpStatusCode.InternalServerError);

        await host.DemoPageAsync("");
        await host.DemoPageAsync("/agenda");
        await host.PageAsync("/kluncing/berita");
    }

    sealed class MessageLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Messages { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose() { }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) Messages.Enqueue(formatter(state, exception));
        }
    }
}
