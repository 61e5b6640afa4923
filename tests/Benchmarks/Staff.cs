using System.Text.RegularExpressions;

namespace SmartKampung.Benchmarks;

/// <summary>Those who can be tried out in the demo village, at their browsers.</summary>
static partial class Staff
{
    /// <summary>As a visitor of the demo does: the account and its password stand on the page, and the second step is passed by a button.</summary>
    public static async Task<HttpClient> SignInAsync(HostProcess host, string login)
    {
        var person = new HttpClient { BaseAddress = await host.AddressAsync() };
        await SendAsync(person, "/masuk", "/masuk", new("login", login), new("password", "coba desa licin"));
        await SendAsync(person, "/akun/langkah-kedua", "/akun/langkah-kedua/demo");
        return person;
    }

    /// <summary>Sends a form of a page, and tells where that led.</summary>
    public static async Task<string> SendAsync(HttpClient person, string page, string action, params KeyValuePair<string, string>[] typed)
    {
        using var form = new FormUrlEncodedContent([.. await HiddenAsync(person, page), .. typed]);
        using var answer = await person.PostAsync(action, form);
        answer.EnsureSuccessStatusCode();
        return answer.RequestMessage!.RequestUri!.AbsolutePath;
    }

    /// <summary>Sends a file by a form of a page, and tells where that led.</summary>
    public static async Task<string> UploadAsync(HttpClient person, string page, string name, byte[] content)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } };
        foreach (var (field, value) in await HiddenAsync(person, page)) form.Add(new StringContent(value), field);
        using var answer = await person.PostAsync(page, form);
        answer.EnsureSuccessStatusCode();
        return answer.RequestMessage!.RequestUri!.AbsolutePath;
    }

    static async Task<IEnumerable<KeyValuePair<string, string>>> HiddenAsync(HttpClient person, string page) =>
        Hidden().Matches(await person.GetStringAsync(page)).Select(field => KeyValuePair.Create(field.Groups[1].Value, field.Groups[2].Value)).DistinctBy(field => field.Key);

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
