using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Settings;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Host.Modules;

namespace SmartKampung.Tests.Host.Accounts;

/// <summary>Who may enter which endpoint of the host and its modules, tried with a request of each person and compared with <see cref="Matrix" />.</summary>
public sealed class MatrixTests : IAsyncLifetime
{
    const string Other = "35.10.24.2001";

    readonly PluginFolders plugins = new();
    TestHost host = new();

    public async ValueTask InitializeAsync()
    {
        plugins.AddNews().AddGuestbook();
        host = await TestHost.StartAsync(plugins.FullName);
        using var answer = await host.Administrator.PutAsync(new Uri($"/api/villages/{TestHost.DemoCode}/modules/guestbook", UriKind.Relative), null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        plugins.Dispose();
    }

    [Fact]
    public void Every_endpoint_that_is_no_public_page_has_a_row()
    {
        var rows = Guarded().Select(RowOf).Order(StringComparer.Ordinal).ToArray();

        Assert.Equal(Matrix.Rows.Keys.Order(StringComparer.Ordinal), rows);
    }

    [Fact]
    public async Task Who_may_enter_is_what_the_table_says()
    {
        var wrong = new List<string>();
        foreach (var (person, browser) in await PeopleAsync())
            using (browser)
                foreach (var endpoint in Guarded())
                    if (await EntersAsync(browser, endpoint) is var enters && enters != Matrix.Rows[RowOf(endpoint)].Contains(person))
                        wrong.Add($"{person} {(enters ? "enters" : "is refused at")} {RowOf(endpoint)}");

        Assert.Empty(wrong);
    }

    async Task<IReadOnlyList<(Person Person, HttpClient Browser)>> PeopleAsync()
    {
        var here = StaffBrowser.ScopeOf(host);
        return
        [
            (Person.Nobody, StaffBrowser.Nobody(host.Address)),
            (Person.Resident, await SignInAsync(Roles.Resident, here)),
            (Person.Operator, await SignInAsync(Roles.Operator, here)),
            (Person.Administrator, await SignInAsync(Roles.Administrator, here)),
            (Person.AdministratorElsewhere, await SignInAsync(Roles.Administrator, StaffBrowser.ScopeOf(host, Other))),
            (Person.DistrictStaff, await SignInAsync(Roles.DistrictStaff, Scope.District("35.10.24"))),
            (Person.RegencyAdministrator, await SignInAsync(Roles.RegencyAdministrator, Scope.Regency)),
            (Person.Auditor, await SignInAsync(Roles.Auditor, Scope.Regency)),
        ];
    }

    async Task<HttpClient> SignInAsync(string role, Scope scope) => (await StaffBrowser.SignInAsync(host, role, scope)).Client;

    IEnumerable<RouteEndpoint> Guarded() => host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => !IsPublicPage(endpoint));

    static bool IsPublicPage(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<Rule>() == Rule.Anyone || (AudienceOf(endpoint) == Audience.Everywhere && endpoint.Metadata.GetMetadata<Rule>() is null);

    static string RowOf(RouteEndpoint endpoint) => $"{MethodOf(endpoint)} {PrefixOf(endpoint)}{endpoint.RoutePattern.RawText!.TrimEnd('/')}";

    static string MethodOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET";

    static string PrefixOf(RouteEndpoint endpoint) => AudienceOf(endpoint) == Audience.Village ? "/DESA" : "";

    static Audience AudienceOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<Audience>() ?? Audience.Portal;

    /// <summary>Without a token and with ids of nothing, so that nothing is changed on the way; whoever passes the rule gets another answer than these.</summary>
    static async Task<bool> EntersAsync(HttpClient browser, RouteEndpoint endpoint)
    {
        using var request = new HttpRequestMessage(new HttpMethod(MethodOf(endpoint)), PrefixOf(endpoint).Replace("/DESA", $"/{TestHost.DemoSlug}", StringComparison.Ordinal) + Fill(endpoint.RoutePattern));
        request.Headers.ConnectionClose = true;
        using var answer = await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, answer.StatusCode);
        return answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) && !(answer.Headers.Location?.OriginalString.StartsWith("/masuk", StringComparison.Ordinal) ?? false);
    }

    static string Fill(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Fill))));

    static string Fill(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart { Name: "code" } => TestHost.DemoCode,
        RoutePatternParameterPart { Name: "module" } => "news",
        RoutePatternParameterPart parameter => parameter.ParameterPolicies.Count > 0 ? Guid.Empty.ToString() : "news",
        _ => "",
    };
}
