using System.Net;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Host.Media;

namespace SmartKampung.Tests.Plugins.News.Import;

public sealed class ImportFromSiteTests : IAsyncLifetime
{
    readonly TestHost host = new() { Options = ["--Downloads:AllowPrivate=true"] };
    readonly OldSite site = OldSite.Start();
    StaffBrowser dewi = null!;

    public async ValueTask InitializeAsync()
    {
        await host.InitializeAsync();
        dewi = await StaffBrowser.SignInAsync(host, Roles.Secretary);
    }

    public async ValueTask DisposeAsync()
    {
        dewi.Dispose();
        site.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Pictures_are_fetched_once_and_a_stopped_import_goes_on_where_it_was()
    {
        var release = new TaskCompletionSource();
        (site.Before, site.Files["/wp-content/uploads/foto.jpg"], site.Redirects["/wp-content/uploads/lama.jpg"]) = (release.Task, Pictures.Jpeg(), "/wp-content/uploads/foto.jpg");
        var (path, _) = await dewi.CheckAsync(Wxr.Of(site.Address, Enumerable.Range(1, 60).Select(number => Wxr.Post(site.Address, number, $"Urutan {number}", number switch
        {
            30 => $"<img src=\"{site.Address}/wp-content/uploads/lama.jpg\" alt=\"Balai\">",
            31 => $"<img src=\"{site.Address}/wp-content/uploads/foto.jpg\" alt=\"Balai\"><img src=\"{site.Address}/wp-content/uploads/hilang.jpg\">",
            _ => "Isi",
        }))));
        await dewi.SubmitAsync(path, path, HttpStatusCode.SeeOther, ("from_site", "true"));
        await site.Asked.Task;
        await dewi.SubmitAsync(path, $"{path}/berhenti", HttpStatusCode.SeeOther);
        release.SetResult();
        await host.CatchUpAsync();

        var stopped = await dewi.OpenAsync(path);
        Assert.Contains("29 dari 60", stopped.Text(), StringComparison.Ordinal);
        await dewi.SubmitAsync(path, path, HttpStatusCode.SeeOther, ("from_site", "true"));
        await host.CatchUpAsync();

        var done = await dewi.OpenAsync(path);
        Assert.Contains("60 tulisan masuk, 0 sudah ada", done.Text(), StringComparison.Ordinal);
        Assert.Contains("sudah tidak ada di situs lama: " + site.Address + "/wp-content/uploads/hilang.jpg", done.Text(), StringComparison.Ordinal);
        Assert.Contains("alt=\"Balai\"", await host.DemoPageAsync("/berita/urutan-31"), StringComparison.Ordinal);
        await host.DemoPageAsync("/berita/urutan-1-2", HttpStatusCode.NotFound);
        var requests = site.Requests;
        Assert.Contains("60 sudah ada", (await dewi.ImportAsync(host, Wxr.Of(site.Address, Enumerable.Range(1, 60).Select(number => Wxr.Post(site.Address, number, $"Urutan {number}"))))).Text(), StringComparison.Ordinal);
        Assert.Equal(requests, site.Requests);
    }
}
