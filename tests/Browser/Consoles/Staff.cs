using System.Net;
using AngleSharp;

namespace SmartKampung.Browser.Consoles;

/// <summary>One of the demo accounts, signed in with both steps.</summary>
sealed class Staff : IDisposable
{
    public const string Password = "coba desa licin";

    readonly HttpClientHandler handler = new() { AllowAutoRedirect = false };

    Staff(Uri address) => Client = new HttpClient(handler) { BaseAddress = address };

    public HttpClient Client { get; }

    /// <summary>The session as a browser takes it over.</summary>
    public IEnumerable<Microsoft.Playwright.Cookie> Cookies => handler.CookieContainer.GetCookies(Client.BaseAddress!)
        .Select(cookie => new Microsoft.Playwright.Cookie { Name = cookie.Name, Value = cookie.Value, Domain = Client.BaseAddress!.Host, Path = "/" });

    /// <param name="address">The host's.</param>
    /// <param name="person">The first half of the login.</param>
    public static async Task<Staff> SignInAsync(Uri address, string person)
    {
        var staff = new Staff(address);
        await staff.PostAsync("/masuk", "/masuk", ("login", $"{person}@demo.example"), ("password", Password));
        await staff.PostAsync("/akun/langkah-kedua", "/akun/langkah-kedua/demo");
        return staff;
    }

    /// <summary>Sends a form with the token of a page that holds one.</summary>
    /// <returns>Where it led.</returns>
    public async Task<string> PostAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([new("_form", await TokenAsync(page)), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        return await PostAsync(action, form);
    }

    public async Task<string> UploadAsync(string page, string action, string name, byte[] file, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await TokenAsync(page)), "_form" }, { new ByteArrayContent(file), "files", name } };
        foreach (var field in fields) form.Add(new StringContent(field.Value), field.Name);
        return await PostAsync(action, form);
    }

    /// <summary>Makes a slip and tells its code, which only the answer shows.</summary>
    public async Task<string> SlipAsync(string console, string name, string role)
    {
        using var form = new FormUrlEncodedContent([new("_form", await TokenAsync(console + "/orang")), new("name", name), new("role", role), new("hamlet", ""), new("rw_number", ""), new("rt_number", "")]);
        using var answer = await Client.PostAsync(console + "/orang/slip", form);
        using var slip = await BrowsingContext.New().OpenAsync(request => request.Content(answer.Content.ReadAsStream()));
        return slip.QuerySelector(".slip .address .code")!.TextContent.Trim();
    }

    public void Dispose() => Client.Dispose();

    async Task<string> PostAsync(string action, HttpContent form)
    {
        using var answer = await Client.PostAsync(action, form);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.SeeOther, $"{action} answers {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return answer.Headers.Location?.OriginalString ?? "";
    }

    async Task<string> TokenAsync(string page)
    {
        var html = await Client.GetStringAsync(page);
        using var read = await BrowsingContext.New().OpenAsync(request => request.Content(html));
        return read.QuerySelector("input[name=_form]")!.GetAttribute("value")!;
    }
}
