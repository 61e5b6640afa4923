using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SmartKampung.Tests.Host.Accounts;

/// <summary>Someone at a browser: keeps cookies, fills in forms as they stand in the page, follows no redirects unless told.</summary>
sealed class Visitor(TestHost host) : IDisposable
{
    static readonly SocketsHttpHandler Connections = new() { AllowAutoRedirect = false, UseCookies = false };
    static int visitors;

    readonly HttpClient client = new(Connections, disposeHandler: false) { BaseAddress = host.Address };

    /// <summary>What the browser keeps; a copy of it in another visitor is a stolen cookie.</summary>
    public Dictionary<string, string> Cookies { get; init; } = [];

    /// <summary>Where they come from; heard by a host that was started with <see cref="Proxied"/>.</summary>
    public string Address { get; init; } = NewAddress();

    /// <summary>More headers of each request.</summary>
    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>Whether they speak TLS with the proxy.</summary>
    public bool IsSecure { get; init; }

    /// <summary>The option of a host behind a proxy, which tells where visitors come from.</summary>
    public static string Proxied => "--ForwardedHeaders_Enabled=true";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>An address that nobody else comes from.</summary>
    public static string NewAddress() => new IPAddress(BitConverter.GetBytes(IPAddress.HostToNetworkOrder((10 << 24) + Interlocked.Increment(ref visitors)))).ToString();

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public async Task<IHtmlDocument> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
        return await ReadAsync(answer);
    }

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Stop));

    /// <summary>Opens a page, fills in the form that has the fields, and sends it.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string path, params (string Name, string Value)[] fields) =>
        await SubmitAsync(await ReadAsync(path), path, fields);

    public Task<HttpResponseMessage> SubmitAsync(IHtmlDocument page, string path, params (string Name, string Value)[] fields) =>
        SubmitAsync(page.Forms.OfType<IHtmlFormElement>().First(form => fields.All(field => HasField(form, field.Name))), path, fields);

    /// <summary>Presses the button of the form that leads to an address.</summary>
    public async Task<HttpResponseMessage> PressAsync(string path, string action, params (string Name, string Value)[] fields)
    {
        var page = await ReadAsync(path);
        return await SubmitAsync(page.Forms.OfType<IHtmlFormElement>().First(form => form.GetAttribute("action") == action), path, fields);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, IEnumerable<KeyValuePair<string, string>>? form = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (form is not null) request.Content = new FormUrlEncodedContent(form);
        if (Cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        foreach (var (name, value) in Headers) request.Headers.TryAddWithoutValidation(name, value);
        request.Headers.Add("X-Forwarded-For", Address);
        request.Headers.Add("X-Forwarded-Proto", IsSecure ? "https" : "http");
        var answer = await client.SendAsync(request, Stop);
        foreach (var cookie in SetBy(answer)) Keep(cookie);
        return answer;
    }

    /// <summary>The hidden field that a form of the page carries against forgery.</summary>
    public static KeyValuePair<string, string>[] Token(IHtmlDocument page) => [new("_form", page.QuerySelector("input[name=_form]")!.GetAttribute("value")!)];

    public static IEnumerable<string> SetBy(HttpResponseMessage answer) => answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];

    public void Dispose() => client.Dispose();

    Task<HttpResponseMessage> SubmitAsync(IHtmlFormElement form, string path, (string Name, string Value)[] fields)
    {
        var filled = form.QuerySelectorAll("input[name]:not([type=radio]), input[type=radio][checked], select[name], textarea[name]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "");
        foreach (var (name, value) in fields) filled[name] = value;
        return SendAsync(HttpMethod.Post, form.GetAttribute("action") ?? path, filled);
    }

    static bool HasField(IHtmlFormElement form, string name) => form.QuerySelector($"[name='{name}']") is not null;

    void Keep(string cookie)
    {
        var parts = cookie.Split(';', StringSplitOptions.TrimEntries);
        var (name, value) = (parts[0][..parts[0].IndexOf('=', StringComparison.Ordinal)], parts[0][(parts[0].IndexOf('=', StringComparison.Ordinal) + 1)..]);
        if (value.Length == 0) Cookies.Remove(name);
        else Cookies[name] = value;
    }
}
