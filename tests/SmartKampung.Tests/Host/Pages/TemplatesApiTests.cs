using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;

namespace SmartKampung.Tests.Host.Pages;

public sealed class TemplatesApiTests
{
    const string Village = "/api/villages/35.10.24.2008/templates/guestbook/guestbook";
    const string District = "/api/districts/35.10.24/templates/guestbook/guestbook";
    const string Regency = "/api/regency/templates/guestbook/guestbook";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static Task<PagesHost> StartAsync() => PagesHost.StartAsync(
        routes => routes.MapGet("/bukutamu", () => Page.View("guestbook", new { entries = Array.Empty<string>() })));

    [Fact]
    public async Task The_nearest_edited_template_is_shown()
    {
        await using var host = await StartAsync();
        foreach (var (address, text) in new[] { (Regency, "regency"), (District, "district"), (Village, "village") })
        {
            await PutAsync(host, address, $"<p>{text}</p>");
            Assert.Contains($"<p>{text}</p>", await host.Client.GetStringAsync("/desa/bukutamu", Stop), StringComparison.Ordinal);
        }

        Assert.Contains("<p>regency</p>", await host.Client.GetStringAsync("/bukutamu", Stop), StringComparison.Ordinal);
        await host.Client.DeleteAsync(new Uri(Village, UriKind.Relative), Stop);
        Assert.Contains("<p>district</p>", await host.Client.GetStringAsync("/desa/bukutamu", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_does_not_parse_is_refused_with_its_place()
    {
        await using var host = await StartAsync();

        var answer = await PutAsync(host, Village, "<p>\n  {{ for }}</p>");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(2, JsonElement.Parse(await answer.Content.ReadAsStringAsync(Stop)).GetProperty("line").GetInt32());
        Assert.Contains("Buku tamu", await host.Client.GetStringAsync("/desa/bukutamu", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_over_128_KB_is_too_large()
    {
        await using var host = await StartAsync();

        var answer = await PutAsync(host, Village, new string('x', 128 * 1024 + 1));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("/api/villages/35.10.24.2009/templates/guestbook/guestbook")]
    [InlineData("/api/regency/templates/guestbook/entah")]
    [InlineData("/api/districts/x/templates/guestbook/guestbook")]
    public async Task What_is_not_there_can_not_be_edited(string address)
    {
        await using var host = await StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await PutAsync(host, address, "x")).StatusCode);
    }

    [Fact]
    public async Task The_present_text_is_shown_with_whether_it_was_edited()
    {
        await using var host = await StartAsync();
        var before = JsonElement.Parse(await host.Client.GetStringAsync(Village, Stop));
        await PutAsync(host, Village, "<p>kami</p>");
        var after = JsonElement.Parse(await host.Client.GetStringAsync(Village, Stop));

        Assert.False(before.GetProperty("edited").GetBoolean());
        Assert.Equal("<p>kami</p>", after.GetProperty("text").GetString());
        Assert.False(after.GetProperty("baseChanged").GetBoolean());
    }

    [Fact]
    public async Task An_edited_template_that_fails_leaves_the_status_page()
    {
        await using var host = await StartAsync();
        await PutAsync(host, "/api/villages/35.10.24.2008/templates/host/layout", "{{ while true; end }}");

        var answer = await host.Client.GetAsync(new Uri("/desa/bukutamu", UriKind.Relative), Stop);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("<h1>500</h1>", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    static Task<HttpResponseMessage> PutAsync(PagesHost host, string address, string text) =>
        host.Client.PutAsync(new Uri(address, UriKind.Relative), new StringContent(text), Stop);
}
