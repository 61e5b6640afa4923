using System.Net;
using System.Net.Http.Json;

namespace SmartKampung.Tests.Host.Web;

public sealed class LanguageTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_village_is_offered_in_both_languages_until_it_says_otherwise()
    {
        Assert.Contains("hreflang=\"en\"", await host.Anonymous.GetStringAsync("/sarongan"), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", await host.Anonymous.GetStringAsync("/sarongan/en"), StringComparison.Ordinal);

        using var saved = await host.Administrator.PutAsJsonAsync("/api/villages/35.10.01.2001/profile", new { isInEnglish = false });
        saved.EnsureSuccessStatusCode();

        Assert.DoesNotContain("hreflang=\"en\"", await host.Anonymous.GetStringAsync("/sarongan"), StringComparison.Ordinal);
        using var english = await host.Anonymous.GetAsync("/sarongan/en");
        Assert.Equal(HttpStatusCode.NotFound, english.StatusCode);
    }
}
