using System.Net;
using Microsoft.AspNetCore.Builder;

namespace SmartKampung.Tests.Host.Pages;

public sealed class PageWriterTests
{
    sealed record Entry(string Name, string Message);

    [Fact]
    public async Task A_view_comes_in_the_layout_with_its_values_escaped()
    {
        await using var host = await PagesHost.StartAsync(routes => routes.MapGet(
            "/bukutamu", () => Page.View("guestbook", new { entries = new[] { new Entry("\" onload='x", "<script>alert(1)</script>") } })));

        var html = await host.Client.GetStringAsync("/desa/bukutamu", TestContext.Current.CancellationToken);

        Assert.Contains("<title>Buku tamu | SmartKampung</title>", html, StringComparison.Ordinal);
        Assert.Contains("<article data-name=\"&quot; onload=&#39;x\">&lt;script&gt;alert(1)&lt;/script&gt;</article>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_village_in_English_has_English_texts()
    {
        await using var host = await PagesHost.StartAsync(routes => routes.MapGet("/bukutamu", () => Page.View("guestbook", new { entries = Array.Empty<Entry>() })));

        var html = await host.Client.GetStringAsync("/desa/en/bukutamu", TestContext.Current.CancellationToken);

        Assert.Contains("<h1>Guestbook</h1>", html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_goes_through_the_prefix_of_village_and_language()
    {
        await using var host = await PagesHost.StartAsync(routes => routes.MapPost("/tulis", () => Page.SeeOther("/bukutamu", message: "thanks")));

        var answer = await host.Client.PostAsync(new Uri("/desa/en/tulis", UriKind.Relative), null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/desa/en/bukutamu", answer.Headers.Location!.OriginalString);
    }
}
