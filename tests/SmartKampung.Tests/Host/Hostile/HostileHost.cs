using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Settings;
using SmartKampung.Tests.Host.Accounts;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Host.Modules;

namespace SmartKampung.Tests.Host.Hostile;

/// <summary>A running host that strangers attack, and what must hold of each of its answers.</summary>
public sealed class HostileHost : IAsyncLifetime
{
    /// <summary>Stands in another village alone, where its staff see it.</summary>
    const string Secret = "Rahasia Tetangga";
    const string Other = "35.10.24.2001";

    static readonly string[] Leaks = ["   at SmartKampung", "   at Microsoft", "StackTrace", "System.NullReference", "LiteDB.", ".cs:line", Secret];

    readonly PluginFolders plugins = new();

    public TestHost Host { get; private set; } = new();

    internal static string Village => $"/{TestHost.DemoSlug}";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        plugins.AddNews().AddGuestbook();
        Host = await TestHost.StartAsync(plugins.FullName, Visitor.Proxied);
        using (await Host.Administrator.PutAsync(new Uri($"/api/villages/{TestHost.DemoCode}/modules/guestbook", UriKind.Relative), null, Stop)) { }
        await Host.Services.GetRequiredService<Slips>().MakeAsync(Secret, Roles.Operator, StaffBrowser.ScopeOf(Host, Other).ToString(), null, Stop);
        using var resident = await Host.InviteAsync(Login);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        plugins.Dispose();
    }

    /// <summary>What somebody without a second step signs in with.</summary>
    internal static string Login => "081234000001";

    internal Task<StaffBrowser> AdministratorAsync() => StaffBrowser.SignInAsync(Host, Roles.Administrator);

    internal Task<StaffBrowser> RegencyAsync() => StaffBrowser.SignInAsync(Host, Roles.RegencyAdministrator, Scope.Regency);

    /// <summary>The addresses of a method, with ids of nothing in their places.</summary>
    internal IReadOnlyList<string> Addresses(string method) =>
    [
        .. from endpoint in Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           where endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(method) is true
           let path = (endpoint.Metadata.GetMetadata<Audience>() == Audience.Village ? Village : "") + Fill(endpoint.RoutePattern)
           where !path.StartsWith("/api", StringComparison.Ordinal) && !path.StartsWith("/openapi", StringComparison.Ordinal) && !path.StartsWith("/health", StringComparison.Ordinal)
           select path,
    ];

    /// <summary>Runs all of them, a few at once.</summary>
    internal static Task EachAsync<T>(IEnumerable<T> all, Func<T, Task> run) => Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Stop }, async (one, _) => await run(one));

    /// <summary>No error of the host's own, no stack, no path of the machine, nothing of another village, nothing that a browser would run.</summary>
    internal async Task CheckAsync(HttpResponseMessage answer, string sent)
    {
        var body = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True((int)answer.StatusCode is < 500 or 507, $"{sent}: {answer.StatusCode}");
        Assert.All([.. Leaks, Host.DataFolder], leak => Assert.False(body.Contains(leak, StringComparison.Ordinal), $"{sent} tells {leak}"));
        Assert.False(answer.Headers.Contains("X-Pwn") || answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith("pwn", StringComparison.Ordinal)), sent);
        if (answer.Content.Headers.ContentType?.MediaType == "text/html") await CheckPageAsync(body, sent);
    }

    /// <summary>The theme writes no handler, no inline script and no script address, so that whatever there is of them came with an input.</summary>
    static async Task CheckPageAsync(string html, string sent)
    {
        using var page = await new HtmlParser().ParseDocumentAsync(html, Stop);
        foreach (var element in page.All)
        {
            Assert.False(element.LocalName is "pwn-x" or "object" or "embed" or "base" or "iframe", $"{sent}: {element.OuterHtml}");
            Assert.False(element.LocalName == "script" && element.TextContent.Contains("pwn(", StringComparison.Ordinal) && element.GetAttribute("type") != "application/ld+json", $"{sent}: {element.OuterHtml}");
            Assert.DoesNotContain(element.Attributes, attribute => IsHostile(attribute));
        }
    }

    static bool IsHostile(IAttr attribute) =>
        attribute.Name.StartsWith("on", StringComparison.Ordinal)
        || attribute.Name.Contains("pwn", StringComparison.Ordinal)
        || (attribute.Name is "href" or "src" or "action" or "formaction" && (attribute.Value.Trim().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) || attribute.Value.Trim().StartsWith("data:text", StringComparison.OrdinalIgnoreCase)));

    static string Fill(RoutePattern pattern) => string.Concat(pattern.PathSegments.Select(segment => "/" + string.Concat(segment.Parts.Select(PartOf))));

    static string PartOf(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart { Name: "owner" } => "host",
        RoutePatternParameterPart { Name: "name" } => "footer",
        RoutePatternParameterPart { Name: "module" } => "news",
        RoutePatternParameterPart { Name: "code" } => TestHost.DemoCode,
        RoutePatternParameterPart { Name: "at" } => "baru",
        RoutePatternParameterPart { Name: "role" } => Roles.Operator,
        RoutePatternParameterPart { Name: "id" } parameter when parameter.ParameterPolicies.Count == 0 => "news",
        _ => "00000000-0000-0000-0000-000000000001",
    };
}
