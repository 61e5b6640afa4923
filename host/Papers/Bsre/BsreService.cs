using System.Net.Http.Headers;
using System.Text;

namespace SmartKampung.Host.Papers;

/// <summary>Where the e-sign service is, and as whom we ask it.</summary>
/// <param name="Address">Ends with a slash.</param>
/// <param name="User">Of basic authentication.</param>
/// <param name="Password">Of basic authentication.</param>
/// <param name="IsPublic">Whether it has to be in a public place.</param>
sealed record BsreService(Uri Address, string User, string Password, bool IsPublic)
{
    public HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(Address, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}")));
        return request;
    }
}
