using System.Globalization;
using System.IO.Compression;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Audit;
using SmartKampung.Host.Consoles;
using SmartKampung.Host.Modules;
using SmartKampung.Host.PageCache;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Regency;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Web;

/// <summary>The web server and the order of its pipeline.</summary>
static class HostingComposition
{
    const int LargestBody = 32 * 1024 * 1024;
    const int WritesPerMinute = 30;
    const int WritesPerMinuteOfPeople = 300;

    // Below whatever anyone configures. Access logs at Information cost nine tenths of the speed, and listening for them at all costs some, so they are asked for.
    static readonly Dictionary<string, string?> Defaults = new()
    {
        ["Logging:LogLevel:Default"] = "Warning",
        ["Logging:LogLevel:SmartKampung"] = "Information",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
        ["Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = "None",
        ["Logging:Console:FormatterOptions:IncludeScopes"] = "true",
    };

    public static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder)
    {
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults });
        builder.Services.AddSingleton(new StoredConfiguration().AddTo(builder.Configuration));
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = LargestBody;
        });
        var data = new DataFolder(Path.GetFullPath(builder.Configuration["data"] is { Length: > 0 } folder ? folder : "data"));
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(data);
        builder.Services.AddSingleton(new PluginFolder(Path.GetFullPath(builder.Configuration["plugins"] ?? Path.Combine(AppContext.BaseDirectory, "plugins"))));
        builder.Services.AddDataProtection().SetApplicationName("SmartKampung").PersistKeysToFileSystem(data.MakeKeys());
        builder.Services.AddPageCache();
        builder.Services.AddProblemDetails();
        builder.Services.AddResponseCompression(Compress);
        builder.Services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        builder.Services.AddRateLimiter(LimitWrites);
        return builder;
    }

    public static WebApplication UseHosting(this WebApplication app)
    {
        app.UseKeptPages();
        app.UseMiddleware<TimeRequests>();
        app.UseMiddleware<HostHeader>();
        app.UseResponseCompression();
        app.UsePages();
        app.UseRequestGenerations();
        app.Use(next => new VillageEntrance(app.Services.GetRequiredService<Villages.VillageRegistry>(), app.Services.GetRequiredService<Villages.VillageCache>(), app.Services.GetRequiredService<IOptions<SiteOptions>>(), next).InvokeAsync);
        app.UseMiddleware<InstallationPages>();
        app.UseMiddleware<MovedAddresses>();
        app.UseRoutingOfHead();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseAudit();
        app.UseMiddleware<ReadOnlyVillages>();
        app.UseRules();
        app.UseMiddleware<NoticesOfConsole>();
        app.UseMakingOfKeptPages();
        return app;
    }

    static void Compress(ResponseCompressionOptions compression)
    {
        compression.EnableForHttps = true;
        compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/rss+xml", "application/atom+xml", "text/calendar", "application/problem+json"];
    }

    /// <summary>Strangers may write only so often, whatever they say of themselves; who is signed in, more often and apart from others at their address; who sends the key is not slowed.</summary>
    static void LimitWrites(RateLimiterOptions limiter)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            IsReading(context.Request) || context.RequestServices.GetService<AdministratorKey>()?.IsSentBy(context.Request) is true
                ? RateLimitPartition.GetNoLimiter("")
                : RateLimitPartition.GetSlidingWindowLimiter(WriterOf(context), _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = SignedIn.Of(context) is null ? WritesPerMinute : WritesPerMinuteOfPeople,
                    Window = TimeSpan.FromMinutes(1),
                    SegmentsPerWindow = 6,
                }));
    }

    static string WriterOf(HttpContext context) =>
        SignedIn.Of(context) is { } person ? person.Account.Id.ToString() : ClientAddress.Of(context).ToString();

    static bool IsReading(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
}
