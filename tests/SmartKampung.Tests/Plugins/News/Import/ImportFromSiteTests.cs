using System.Net;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Host.Media;

namespace SmartKampung.Tests.Plugins.News.Import;

public sealed class ImportFromSiteTests : IAsyncLifetime
{
    readonly TestHost host = new() { Options = ["--Downloads:AllowPrivate=true"] };
    readonly OldSite site = OldSite.Start();
    readonly OldSite elsewhere = OldSite.Start();
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
        elsewhere.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Pictures_are_fetched_once_and_a_stopped_import_goes_on_where_it_was()
    {
        var release = new TaskCompletionSource();
        (site.Before, site.Files["/wp-content/uploads/foto.jpg"], site.Redirects["/wp-content/uploads/lama.jpg"]) = (release.Task, Pictures.Jpeg(), "/wp-content/uploads/foto.jpg");
        (site.Files["/wp-content/uploads/2021/jetpack.jpg"], elsewhere.Files["/a/foto.jpg"]) = (Pictures.Jpeg(500, 300), Pictures.Jpeg(400, 300));
        var (path, _) = await dewi.CheckAsync(Wxr.Of(site.Address, Enumerable.Range(1, 60).Select(number => Wxr.Post(site.Address, number, $"Urutan {number}", number switch
        {
            30 => $"<img src=\"{site.Address}/wp-content/uploads/lama.jpg\" alt=\"Balai\">",
            31 => $"<img src=\"{site.Address}/wp-content/uploads/foto.jpg\" alt=\"Balai\"><img src=\"{site.Address}/wp-content/uploads/hilang.jpg\">",
            32 => $"<img src=\"{elsewhere.Address}/a/foto.jpg\" alt=\"Dari tetangga\"><img src=\"{elsewhere.Address}/a/hilang.jpg\">",
            33 => $"<img src=\"https://i0.wp.com/{site.Address["http://".Length..]}/wp-content/uploads/2021/jetpack.jpg?resize=300,200\" alt=\"Lewat Jetpack\">",
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
        Assert.Contains("sudah tidak ada di situsnya: " + site.Address + "/wp-content/uploads/hilang.jpg", done.Text(), StringComparison.Ordinal);
        Assert.Contains("sudah tidak ada di situsnya: " + elsewhere.Address + "/a/hilang.jpg", done.Text(), StringComparison.Ordinal);
        Assert.Contains("alt=\"Dari tetangga\"", await host.DemoPageAsync("/berita/urutan-32"), StringComparison.Ordinal);
        Assert.Contains("alt=\"Lewat Jetpack\"", await host.DemoPageAsync("/berita/urutan-33"), StringComparison.Ordinal);
        Assert.Contains("alt=\"Balai\"", await host.DemoPageAsync("/berita/urutan-31"), StringComparison.Ordinal);
        await host.DemoPageAsync("/berita/urutan-1-2", HttpStatusCode.NotFound);
        var requests = site.Requests;
        Assert.Contains("60 sudah ada", (await dewi.ImportAsync(host, Wxr.Of(site.Address, Enumerable.Range(1, 60).Select(number => Wxr.Post(site.Address, number, $"Urutan {number}"))))).Text(), StringComparison.Ordinal);
        Assert.Equal(requests, site.Requests);
    }

    [Fact]
    public async Task Import_pauses_in_a_village_that_became_read_only_and_says_why()
    {
        var release = new TaskCompletionSource();
        site.Before = release.Task;
        var (path, _) = await dewi.CheckAsync(Wxr.Of(site.Address, Enumerable.Range(1, 40).Select(number => Wxr.Post(site.Address, number, $"Jeda {number}", $"<img src=\"{site.Address}/wp-content/uploads/a.jpg\">"))));
        await dewi.SubmitAsync(path, path, HttpStatusCode.SeeOther, ("from_site", "true"));
        await site.Asked.Task;
        await SetReadOnlyAsync(true);
        release.SetResult();
        await host.CatchUpAsync();

        Assert.Contains("baca-saja karena akan ditutup", (await dewi.OpenAsync(path)).Text(), StringComparison.Ordinal);
        await dewi.SubmitAsync(path, path, HttpStatusCode.Locked, ("from_site", "true"));
        await host.DemoPageAsync("/berita/jeda-40", HttpStatusCode.NotFound);
        await SetReadOnlyAsync(false);
        await dewi.SubmitAsync(path, path, HttpStatusCode.SeeOther, ("from_site", "true"));
        await host.CatchUpAsync();

        Assert.Contains("40 tulisan masuk, 0 sudah ada", (await dewi.OpenAsync(path)).Text(), StringComparison.Ordinal);
    }

    async Task SetReadOnlyAsync(bool readOnly)
    {
        using var answer = await host.Administrator.SendAsync(HttpMethod.Patch, $"/api/villages/{TestHost.DemoCode}", new { readOnly });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
