using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SmartKampung.Host.Background;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Settings;
using SmartKampung.Tests.Host.Papers;

namespace SmartKampung.Tests;

/// <summary>
/// The real host with a real plugin on a port and a data folder of its own: the 217 villages and the demo village.
/// Tests that only read share one (<c>IClassFixture</c> or the assembly's); those that change something start their own.
/// </summary>
public sealed class TestHost : IAsyncLifetime
{
    public const string DemoCode = "35.10.24.2008";
    public const string DemoSlug = "tamansari-licin";

    /// <summary>Guessing passwords of tests need not be slow, and a fifth of what tests took was this.</summary>
    const int PasswordRounds = 1_000;

    readonly TemporaryFolder data = new();
    WebApplication? app;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 2, 15, 0, TimeSpan.Zero));

    public string DataFolder => data.FullName;

    public Uri Address => new(App.Urls.Single());

    /// <summary>A visitor: follows no redirects, keeps no cookies.</summary>
    public HttpClient Anonymous => field ??= Client();

    /// <summary>A script with the administrator key.</summary>
    public HttpClient Administrator => field ??= AdministratorClient();

    public IServiceProvider Services => App.Services;

    public bool IsRunning => app is not null;

    WebApplication App => app ?? throw new InvalidOperationException("The host has not been started.");

    /// <summary>The folder of the modules: the news alone unless told, such as <see cref="Repository.Plugins"/>.</summary>
    public string Plugins { get; init; } = NewsAlone.Folder;

    /// <summary>What the host goes on from, where that is not what an earlier start with these modules left: without what a module fills the demo village with.</summary>
    internal UsedFolder? Used { get; init; }

    /// <summary>Begins with an empty data folder instead of what an earlier start with these modules left: a bit slower, with ids and keys that no other host has.</summary>
    public bool IsFirstStart { get; init; }

    /// <summary>Configuration as on the command line, such as <c>--Modules:RequestSeconds=5</c>.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Services that stand in for the host's own, such as a disk that obeys the test.</summary>
    public Action<IServiceCollection> Instead { get; init; } = _ => { };

    public static async Task<TestHost> StartAsync(string? plugins = null, params string[] options)
    {
        var host = new TestHost { Plugins = plugins ?? NewsAlone.Folder, Options = options };
        await host.InitializeAsync();
        return host;
    }

    public static async Task<TestHost> StartAsync(Action<IServiceCollection> instead)
    {
        var host = new TestHost { Instead = instead };
        await host.InitializeAsync();
        return host;
    }

    public async ValueTask InitializeAsync()
    {
        if (!IsFirstStart && !Directory.EnumerateFileSystemEntries(DataFolder).Any() && (Used ?? UsedFolder.After(Plugins)) is { } used) await used.CopyToAsync(DataFolder);
        var builder = WebApplication.CreateBuilder(["--data", DataFolder, "--plugins", Plugins, "--urls", "http://127.0.0.1:0", .. Options]);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<IModuleLoader, LoadedOnce>();
        builder.Services.Configure<PasswordHasherOptions>(passwords => passwords.IterationCount = PasswordRounds);
        SharedPapers.Lend(builder.Services, Options);
        Instead(builder.Services);
        app = await SmartKampung.Host.Program.BuildAsync(builder);
        await app.StartAsync();
        // What the first start wrote shows at the portal, and no query of that falls into a test.
        await CatchUpAsync();
    }

    /// <summary>Ends once what follows from all that was saved so far has been done.</summary>
    public Task CatchUpAsync() => App.Services.GetRequiredService<OutboxDelivery>().CatchUpAsync();

    /// <summary>Lets time go by, and what became due be done.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        await App.Services.GetRequiredService<JobPlan>().UpdateAsync(Scope.Regency, CancellationToken.None);
        Clock.AdjustTime(Clock.GetUtcNow() + time);
        await App.Services.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);
        await CatchUpAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        data.Dispose();
    }

    /// <summary>Ends the host and leaves its data folder.</summary>
    public async Task StopAsync()
    {
        if (app is null) return;
        await app.StopAsync();
        await app.DisposeAsync();
        app = null;
    }

    /// <summary>A visitor that keeps cookies and follows redirects, as a browser does.</summary>
    public HttpClient Browser() => new() { BaseAddress = Address };

    /// <summary>Lets the host's clock run until something has happened that waits for a time.</summary>
    public async Task<T> PassTimeAsync<T>(Task<T> happening)
    {
        while (!happening.IsCompleted)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        return await happening;
    }

    HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    HttpClient AdministratorClient()
    {
        var client = Client();
        var key = File.ReadAllText(data.Combine("admin.key")).Trim();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }
}
