using System.Diagnostics.Metrics;
using System.Net;
using System.Text.Json;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Media;
using SmartKampung.Host.Storage;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Plugins.News;

namespace SmartKampung.Tests.Host.Media;

public sealed class LibraryTests(MediaHost media) : IClassFixture<MediaHost>
{
    const string Elsewhere = "35.10.24.2001";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_of_the_library_takes_as_many_queries_with_many_pictures_as_with_few()
    {
        using var staff = await StaffBrowser.SignInAsync(media.Host, Roles.Operator, StaffBrowser.ScopeOf(media.Host, Elsewhere));
        var library = media.LibraryOf(Elsewhere);
        await FillAsync(1);
        await staff.OpenAsync(library);
        var few = await QueriesOfAsync(staff, library);
        await FillAsync(40);

        Assert.Equal(few, await QueriesOfAsync(staff, library));
        Assert.Equal(24, (await staff.OpenAsync(library)).QuerySelectorAll(".library li").Length);
        Assert.Equal(17, (await staff.OpenAsync(library + "?halaman=2")).QuerySelectorAll(".library li").Length);
        await staff.OpenAsync(library + "?halaman=3", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Picture_of_one_village_is_neither_seen_nor_used_in_another()
    {
        var item = await media.AddAsync("rahasia.jpg", Pictures.Jpeg());
        using var staff = await StaffBrowser.SignInAsync(media.Host, Roles.Administrator, StaffBrowser.ScopeOf(media.Host, Elsewhere));

        await staff.OpenAsync($"{media.LibraryOf(Elsewhere)}/{item.Id}", HttpStatusCode.NotFound);
        await staff.OpenAsync($"{MediaHost.Library}/{item.Id}", HttpStatusCode.Forbidden);
        await media.Host.PageAsync($"{media.LibraryOf(Elsewhere).Replace("/kelola/media", "/berkas/media", StringComparison.Ordinal)}/{item.Id}", HttpStatusCode.NotFound);
        Assert.DoesNotContain("rahasia.jpg", (await staff.OpenAsync(media.LibraryOf(Elsewhere) + "/pilih")).Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Placed_picture_comes_in_all_widths_and_a_kept_page_follows_its_description()
    {
        var item = await media.AddAsync("papan.jpg", Pictures.Jpeg(1000, 500), "Papan <lama>");
        await media.HangAsync("Jadwal", item.Id);
        var image = (await BoardAsync()).QuerySelectorAll("figure").Single(figure => figure.TextContent == "Jadwal").QuerySelector("picture")!;

        Assert.Equal($"{Address(item.Sizes[0].WebP)} 320w, {Address(item.Sizes[1].WebP)} 640w, {Address(item.Sizes[2].WebP)} 960w, {Address(item.Sizes[3].WebP)} 1000w", image.QuerySelector("source[type='image/webp']")!.GetAttribute("srcset"));
        Assert.Contains($"{Address(item.Sizes[0].File)} 320w", image.QuerySelector("img")!.GetAttribute("srcset"), StringComparison.Ordinal);
        Assert.Equal(("Papan <lama>", "960", "480", "lazy", "50vw"), Attributes(image));

        using var saved = await media.Operator.PostAsync($"{MediaHost.Library}/{item.Id}", $"{MediaHost.Library}/{item.Id}", ("alt", "Papan baru"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Contains((await BoardAsync()).QuerySelectorAll("img"), shown => shown.GetAttribute("alt") == "Papan baru");
    }

    [Fact]
    public async Task Replaced_picture_keeps_its_address_and_shows_the_old_one_until_the_new_is_ready()
    {
        var item = await media.AddAsync("lama.jpg", Pictures.Jpeg(640, 480), "Balai desa");
        await media.HangAsync("Balai", item.Id);
        using var answer = await MediaHost.SendAsync(media.Operator, $"{MediaHost.Library}/{item.Id}/ganti", [("baru.png", Pictures.Png(320, 200))]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        await media.Prepare.Idle;
        var replaced = await media.ItemAsync(item.Id);

        Assert.Equal(("baru.png", "Balai desa", 1), (replaced.Name, replaced.Alt, replaced.Sizes.Count));
        Assert.Contains((await BoardAsync()).QuerySelectorAll("img"), shown => shown.GetAttribute("src") == Address(replaced.Sizes[0].File));
        Assert.Null(await media.Host.Services.GetRequiredService<FileStore>().For(Partition.OfVillage(media.Village)).OpenAsync(item.Sizes[0].File, Stop));

        using var wrong = await MediaHost.SendAsync(media.Operator, $"{MediaHost.Library}/{item.Id}/ganti", [("a.pdf", Pictures.Pdf())]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
    }

    [Fact]
    public async Task Where_a_file_is_used_is_told_before_it_is_removed()
    {
        var item = await media.AddAsync("dipakai.jpg", Pictures.Jpeg());
        var poster = await media.HangAsync("Lomba 17-an", text: $"<p><img src=\"/{TestHost.DemoSlug}/berkas/media/{item.Id}\"></p>");
        var profile = await media.Host.Administrator.SendAsync(HttpMethod.Put, $"{MediaHost.Api}/profile", new { hero = new { file = item.Sizes[0].File, alt = "", width = 320, height = 240 } });
        Assert.Equal(HttpStatusCode.OK, profile.StatusCode);

        Assert.Equal(["Profil desa", "Lomba 17-an"], await UsesAsync($"{MediaHost.Library}/{item.Id}"));
        Assert.Equal(["Profil desa", "Lomba 17-an"], await UsesAsync($"{MediaHost.Library}/{item.Id}/hapus"));
        using var gone = await media.Host.Administrator.DeleteAsync(new Uri($"{MediaHost.Api}/panel/posters/{poster}", UriKind.Relative), Stop);
        Assert.Equal(["Profil desa"], await UsesAsync($"{MediaHost.Library}/{item.Id}"));
    }

    [Fact]
    public async Task Removed_file_is_gone_from_pages_and_disk_but_not_what_another_item_shares()
    {
        var photo = Pictures.Jpeg();
        var first = await media.AddAsync("satu.jpg", photo);
        var second = await media.AddAsync("dua.jpg", Pictures.WithExif(photo, orientation: 1));
        var alone = await media.AddAsync("sendiri.jpg", Pictures.Jpeg());
        foreach (var item in new[] { first, alone })
        {
            using var removed = await media.Operator.PostAsync($"{MediaHost.Library}/{item.Id}/hapus", $"{MediaHost.Library}/{item.Id}/hapus");
            Assert.Equal(HttpStatusCode.SeeOther, removed.StatusCode);
        }

        await media.Prepare.Idle;
        var files = media.Host.Services.GetRequiredService<FileStore>().NamesIn(Partition.OfVillage(media.Village)).ToArray();
        Assert.Equal(first.Files, second.Files);
        Assert.All(second.Files, file => Assert.Contains(file, files));
        Assert.All(alone.Files, file => Assert.DoesNotContain(file, files));
        await media.Operator.OpenAsync($"{MediaHost.Library}/{first.Id}", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task File_that_profile_or_a_document_names_is_served_after_its_item_is_removed_or_prepared_anew(bool isRemoved)
    {
        var item = await media.AddAsync("kantor.jpg", Pictures.Jpeg(1000, 500));
        await media.HangAsync("Album", item.Id, text: $"<img src=\"/{TestHost.DemoSlug}/berkas/{item.Sizes[1].File}\">");
        await ProfileAsync(HttpMethod.Put, new { hero = new { file = item.Sizes[0].File, alt = "", width = 320, height = 160 }, heroes = new[] { new { media = item.Id, alt = "Kantor", sizes = item.Sizes } } });

        if (isRemoved) using (await media.Operator.PostAsync($"{MediaHost.Library}/{item.Id}/hapus", $"{MediaHost.Library}/{item.Id}/hapus")) { }
        else using (await MediaHost.SendAsync(media.Operator, $"{MediaHost.Library}/{item.Id}/ganti", [("baru.jpg", Pictures.Jpeg(400, 300))], page: $"{MediaHost.Library}/{item.Id}")) { }
        await media.Prepare.Idle;

        foreach (var file in new[] { item.Sizes[0].File, item.Sizes[1].File })
            Assert.NotEmpty(await media.Host.Anonymous.GetByteArrayAsync(new Uri($"/{TestHost.DemoSlug}/berkas/{file}", UriKind.Relative), Stop));
        using var gone = await media.Host.Anonymous.GetAsync(new Uri($"/{TestHost.DemoSlug}/berkas/{item.Sizes[2].File}", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        var profile = await ProfileAsync(HttpMethod.Get);
        Assert.Equal(isRemoved ? [] : [320, 400], profile.GetProperty("heroes").EnumerateArray().SelectMany(hero => hero.GetProperty("sizes").EnumerateArray()).Select(size => size.GetProperty("width").GetInt32()));
        await ProfileAsync(HttpMethod.Put, profile);
    }

    [Fact]
    public async Task Folder_is_made_filled_renamed_and_removed_once_it_is_empty()
    {
        var (path, item) = (MediaHost.Library + "/folder", await media.AddAsync("kegiatan.jpg", Pictures.Jpeg()));
        await media.Operator.SubmitAsync(path, path, HttpStatusCode.SeeOther, ("name", "Kegiatan"));
        var taken = await media.Operator.SubmitAsync(path, path, HttpStatusCode.UnprocessableEntity, ("name", "Kegiatan"));
        var folder = taken.QuerySelector("h2 a")!.GetAttribute("href")!.Split('=')[1];
        await media.Operator.SubmitAsync($"{MediaHost.Library}/{item.Id}", $"{MediaHost.Library}/{item.Id}", HttpStatusCode.SeeOther, ("alt", "Rapat"), ("folder", folder));

        Assert.Equal(["kegiatan.jpg"], (await media.Operator.OpenAsync($"{MediaHost.Library}?folder={folder}")).QuerySelectorAll(".library h2").Select(name => name.TextContent));
        Assert.Contains("masih berisi", (await media.Operator.SubmitAsync(path, $"{path}/{folder}/hapus", HttpStatusCode.UnprocessableEntity)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        await media.Operator.SubmitAsync(path, $"{path}/{folder}", HttpStatusCode.SeeOther, ("name", "Kegiatan 2026"));
        await media.Operator.SubmitAsync($"{MediaHost.Library}/{item.Id}", $"{MediaHost.Library}/{item.Id}", HttpStatusCode.SeeOther, ("alt", "Rapat"), ("folder", ""));
        await media.Operator.SubmitAsync(path, $"{path}/{folder}/hapus", HttpStatusCode.SeeOther);
        Assert.Empty((await media.Operator.OpenAsync(path)).QuerySelectorAll("h2 a"));
    }

    [Fact]
    public async Task File_goes_once_the_profile_that_kept_it_lets_it_go()
    {
        var item = await media.AddAsync("lambang.jpg", Pictures.Jpeg(330, 200));
        var file = item.Sizes[0].File;
        await ProfileAsync(HttpMethod.Put, new { hero = new { file, alt = "", width = 320, height = 160 } });
        using (await media.Operator.PostAsync($"{MediaHost.Library}/{item.Id}/hapus", $"{MediaHost.Library}/{item.Id}/hapus")) { }
        await media.Prepare.Idle;
        Assert.Contains(file, Files());

        await ProfileAsync(HttpMethod.Put, new { });
        await media.Prepare.Idle;

        Assert.DoesNotContain(file, Files());
    }

    [Fact]
    public async Task File_of_a_removed_document_goes_though_the_records_tell_of_it()
    {
        var removed = await media.ItemAsync((await media.UploadAsync("perdes.pdf", Pictures.Pdf())).GetProperty("id").GetGuid());
        Assert.Contains(removed.Files[0], Files());

        using (await media.Operator.PostAsync($"{MediaHost.Library}/{removed.Id}/hapus", $"{MediaHost.Library}/{removed.Id}/hapus")) { }
        await media.Prepare.Idle;

        Assert.DoesNotContain(removed.Files[0], Files());
    }

    [Fact]
    public async Task Document_that_is_uploaded_again_while_it_is_removed_keeps_its_file()
    {
        var removed = await media.ItemAsync((await media.UploadAsync("perdes.pdf", Pictures.Pdf())).GetProperty("id").GetGuid());
        var again = new MediaItem { Name = "perdes.pdf", IsPicture = false, IsReady = true, Files = removed.Files };
        var session = media.Documents.OpenSession(media.Village);
        session.Store(again);
        var turns = media.Host.Services.GetRequiredService<FileTurns>();
        using (await turns.TakeAsync(media.Village, Stop))
        {
            using (await media.Operator.PostAsync($"{MediaHost.Library}/{removed.Id}/hapus", $"{MediaHost.Library}/{removed.Id}/hapus")) { }
            // Dropping waits for its turn; without one it would be over, and the file gone.
            var dropped = media.Prepare.Idle;
            while (turns.Waiting == 0 && !dropped.IsCompleted) await media.Operator.OpenAsync(MediaHost.Library);
            await session.SaveChangesAsync(Stop);
        }

        await media.Prepare.Idle;

        Assert.Contains(removed.Files[0], Files());
        await media.Operator.OpenAsync($"{MediaHost.Library}/{removed.Id}", HttpStatusCode.NotFound);
    }

    string[] Files() => [.. media.Host.Services.GetRequiredService<FileStore>().NamesIn(Partition.OfVillage(media.Village))];

    [Fact]
    public async Task Picker_offers_what_is_complete_with_all_that_an_editor_needs()
    {
        var item = await media.AddAsync("lengkap.jpg", Pictures.Jpeg(700, 350), "Panen kopi");
        await media.AddAsync("belum.jpg", Pictures.Jpeg(), alt: "");
        var page = await media.Operator.OpenAsync(MediaHost.Library + "/pilih?jenis=gambar");
        var choice = page.QuerySelector($"[data-picks] [data-id='{item.Id}']")!;

        Assert.Equal(($"/{TestHost.DemoSlug}/berkas/media/{item.Id}", "Panen kopi", "700"), (choice.GetAttribute("data-address"), choice.GetAttribute("data-alt"), choice.GetAttribute("data-width")));
        Assert.DoesNotContain("belum.jpg", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Auditor_looks_and_is_offered_nothing_to_change()
    {
        var item = await media.AddAsync("periksa.jpg", Pictures.Jpeg());
        using var auditor = await StaffBrowser.SignInAsync(media.Host, Roles.Auditor, SmartKampung.Host.Settings.Scope.Regency);

        foreach (var path in new[] { MediaHost.Library, MediaHost.Library + "/folder", $"{MediaHost.Library}/{item.Id}" })
            Assert.Empty((await auditor.OpenAsync(path)).QuerySelectorAll("main form[method=post]"));
    }

    [Fact]
    public async Task What_a_stopped_host_left_is_prepared_after_the_next_start()
    {
        var inbox = media.Host.Services.GetRequiredService<Inbox>();
        var (noted, lost, unfinished) = (inbox.NewPath(media.Village), inbox.NewPath(media.Village), inbox.NewPath(media.Village));
        foreach (var path in new[] { noted, lost, unfinished }) await File.WriteAllBytesAsync(path, Pictures.Jpeg(), Stop);
        var item = new MediaItem { Name = "padam.jpg", IsPicture = true, Waiting = inbox.Keep(media.Village, noted) };
        var unnoted = inbox.Keep(media.Village, lost);
        var session = media.Documents.OpenSession(media.Village);
        session.Store(item);
        await session.SaveChangesAsync(Stop);

        using var next = ActivatorUtilities.CreateInstance<PrepareMedia>(media.Host.Services);
        await next.StartAsync(Stop);
        await next.Idle;
        await next.StopAsync(Stop);

        Assert.True((await media.ItemAsync(item.Id)).IsReady);
        Assert.All(new[] { noted, unfinished, inbox.PathOf(media.Village, unnoted), inbox.PathOf(media.Village, item.Waiting!) }, path => Assert.False(File.Exists(path), path));
    }

    async Task<IDocument> BoardAsync()
    {
        var page = await media.Host.DemoPageAsync("/papan");
        return await BrowsingContext.New().OpenAsync(request => request.Content(page), Stop);
    }

    async Task<string[]> UsesAsync(string path) => [.. (await media.Operator.OpenAsync(path)).QuerySelectorAll("main .list a").Select(use => use.TextContent)];

    static string Address(string file) => $"/{TestHost.DemoSlug}/berkas/{file}";

    static (string?, string?, string?, string?, string?) Attributes(IElement picture)
    {
        var image = picture.QuerySelector("img")!;
        return (image.GetAttribute("alt"), image.GetAttribute("width"), image.GetAttribute("height"), image.GetAttribute("loading"), image.GetAttribute("sizes"));
    }

    async Task<long> QueriesOfAsync(StaffBrowser staff, string path)
    {
        using var queries = new QueryCounter(media.Host.Services.GetRequiredService<IMeterFactory>());
        await staff.OpenAsync(path);
        return queries.Count;
    }

    async Task FillAsync(int count)
    {
        var session = media.Documents.OpenSession(StaffBrowser.ScopeOf(media.Host, Elsewhere).VillageId);
        for (var number = 0; number < count; number++)
            session.Store(new MediaItem { Name = $"{number}.jpg", IsPicture = true, Alt = "Sawah", IsReady = true, Sizes = [new(320, 240, new string('a', 64) + ".webp", new string('a', 64) + ".jpg")] });
        await session.SaveChangesAsync(Stop);
    }

    /// <summary>What is shown after it was asked for or saved.</summary>
    async Task<JsonElement> ProfileAsync(HttpMethod method, object? profile = null) =>
        await (await media.Host.Administrator.SendAsync(method, $"{MediaHost.Api}/profile", profile)).JsonAsync(HttpStatusCode.OK);
}
