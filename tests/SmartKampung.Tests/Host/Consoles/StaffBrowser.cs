using System.Net;
using System.Net.Sockets;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Tests.Host.Consoles;

/// <summary>The browser of somebody who is signed in with a role, each connection from an address of its own, so that no limit of writes is shared.</summary>
sealed class StaffBrowser : IDisposable
{
    static int connections;

    readonly string? cookie;

    StaffBrowser(Account account, Uri address, string? cookie) => (Account, Client, this.cookie) = (account, Connect(address, cookie), cookie);

    public Account Account { get; }

    public HttpClient Client { get; }

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Scope ScopeOf(TestHost host, string code = TestHost.DemoCode) =>
        Scope.Village(host.Services.GetRequiredService<VillageRegistry>().FindByCode(code)!.Id);

    /// <summary>Makes an account with a role, signed in with a second step; without a role, somebody who has none.</summary>
    public static async Task<StaffBrowser> SignInAsync(TestHost host, string? role, Scope? scope = null, Proof proof = Proof.SecondStep, string name = "Dewi Lestari", Territory? territory = null, Guid? reference = null)
    {
        var login = $"{Guid.NewGuid():N}@contoh.id";
        var account = new Account { Login = login, LoginKey = login, Name = name };
        var device = new Device { AccountId = account.Id, Proof = proof, SignedInAt = host.Clock.GetUtcNow() };
        var session = host.Services.GetRequiredService<AccountDocuments>().OpenSession();
        session.Store(account);
        session.Store(device);
        if (role is not null)
            session.Store(new RoleAssignment { AccountId = account.Id, Role = role, Scope = (scope ?? ScopeOf(host)).ToString(), Territory = territory, Reference = reference, GivenAt = host.Clock.GetUtcNow() });
        await session.SaveChangesAsync(Stop);
        return new StaffBrowser(account, host.Address, await CookieAsync(host, device));
    }

    /// <summary>Somebody of the demo village's district.</summary>
    public static Task<StaffBrowser> OfDistrictAsync(TestHost host, string role, string name = "Drs. Widodo, M.Si.") => SignInAsync(host, role, Scope.District("35.10.24"), name: name);

    /// <summary>A visitor's browser, signed in nowhere.</summary>
    public static HttpClient Nobody(Uri address) => Connect(address, null);

    /// <summary>The same browser, at another host that has the same data.</summary>
    public StaffBrowser At(Uri address) => new(Account, address, cookie);

    public void Dispose() => Client.Dispose();

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => Client.SendAsync(request, Stop);

    public async Task<IDocument> OpenAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await Client.GetAsync(new Uri(path, UriKind.Relative), Stop);
        return await ReadAsync(answer, expected);
    }

    /// <summary>Sends a form as the page that holds it would, and shows what was answered.</summary>
    public async Task<IDocument> SubmitAsync(string page, string action, HttpStatusCode expected, params (string Name, string Value)[] fields)
    {
        using var answer = await PostAsync(page, action, fields);
        return await ReadAsync(answer, expected);
    }

    public async Task<HttpResponseMessage> PostAsync(string page, string action, params (string Name, string Value)[] fields) =>
        await PostAsync(await OpenAsync(page), action, fields);

    /// <summary>Sends a form of a page that was opened before.</summary>
    public async Task<HttpResponseMessage> PostAsync(IDocument shown, string action, params (string Name, string Value)[] fields)
    {
        var token = shown.QuerySelector("form[method=post] input[type=hidden]")!;
        using var form = new FormUrlEncodedContent([new(token.GetAttribute("name")!, token.GetAttribute("value")!), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        return await Client.PostAsync(new Uri(action, UriKind.Relative), form, Stop);
    }

    static async Task<IDocument> ReadAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var html = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.StatusCode == expected, $"{answer.RequestMessage?.RequestUri}: {answer.StatusCode} {answer.Headers.Location}: {html}");
        return await BrowsingContext.New().OpenAsync(request => request.Content(html), Stop);
    }

    /// <summary>The cookie as the host itself issues it.</summary>
    static async Task<string> CookieAsync(TestHost host, Device device)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        await SessionCookie.IssueAsync(context, device);
        return context.Response.Headers.SetCookie.ToString().Split(';')[0];
    }

    static HttpClient Connect(Uri address, string? cookie)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, ConnectCallback = ConnectAsync };
        if (cookie is not null) handler.CookieContainer.SetCookies(address, cookie);
        return new HttpClient(handler) { BaseAddress = address };
    }

    static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext connection, CancellationToken stop)
    {
        var visitor = Interlocked.Increment(ref connections);
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(new IPAddress([127, 77, (byte)(visitor / 250), (byte)(1 + visitor % 250)]), 0));
        await socket.ConnectAsync(connection.DnsEndPoint, stop);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
