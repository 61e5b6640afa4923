using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Media;
using SmartKampung.Host.Storage;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Plugins.News;

namespace SmartKampung.Tests.Host.Media;

public sealed class UploadMediaTests(MediaHost media) : IClassFixture<MediaHost>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Photo_of_twelve_megapixels_is_kept_in_each_width_as_webp_and_jpeg()
    {
        var item = await media.AddAsync("sawah.jpg", Pictures.Jpeg(4000, 3000));

        Assert.Equal([(320, 240), (640, 480), (960, 720), (1280, 960), (1920, 1440)], item.Sizes.Select(size => (size.Width, size.Height)));
        foreach (var size in item.Sizes)
            foreach (var file in new[] { size.WebP, size.File })
            {
                using var picture = Pictures.Decode(await media.FileAsync(file));
                Assert.Equal((size.Width, size.Height), (picture.Width, picture.Height));
            }

        Assert.All(item.Sizes, size => Assert.EndsWith(".webp", size.WebP, StringComparison.Ordinal));
        Assert.All(item.Sizes, size => Assert.EndsWith(".jpg", size.File, StringComparison.Ordinal));
        Assert.Equal(item.Length, (await Task.WhenAll(item.Files.Select(media.FileAsync))).Sum(file => file.Length));
    }

    [Fact]
    public async Task Small_picture_is_never_made_larger() =>
        Assert.Equal([320, 500], (await media.AddAsync("kecil.jpg", Pictures.Jpeg(500, 200))).Sizes.Select(size => size.Width));

    [Fact]
    public async Task Transparent_picture_stays_transparent()
    {
        var item = await media.AddAsync("lambang.png", Pictures.Png(300, 200, isTransparent: true));
        using var png = Pictures.Decode(await media.FileAsync(item.Sizes[0].File));
        using var webP = Pictures.Decode(await media.FileAsync(item.Sizes[0].WebP));

        Assert.EndsWith(".png", item.Sizes[0].File, StringComparison.Ordinal);
        Assert.Equal((0, 0), (png.GetPixel(50, 100).Alpha, webP.GetPixel(50, 100).Alpha));
    }

    [Fact]
    public async Task Several_files_are_taken_without_script_and_described_one_after_the_other()
    {
        const string Village = "35.10.24.2003";
        using var staff = await StaffBrowser.SignInAsync(media.Host, Roles.Secretary, StaffBrowser.ScopeOf(media.Host, Village));
        var library = media.LibraryOf(Village);
        using var answer = await MediaHost.SendAsync(staff, library, [("satu.jpg", Pictures.Jpeg()), ("dua.png", Pictures.Png()), ("aturan.pdf", Pictures.Pdf())], page: library);
        Assert.Equal((HttpStatusCode.SeeOther, library + "/lengkapi"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        await media.Prepare.Idle;

        for (var left = 2; left > 0; left--)
        {
            var action = (await staff.OpenAsync(library + "/lengkapi")).QuerySelector("main form[method=post]")!.GetAttribute("action")!;
            var refused = await staff.SubmitAsync(library, action, HttpStatusCode.UnprocessableEntity, ("alt", " "));
            Assert.Equal("Tulis apa yang terlihat di gambar, atau tandai sebagai hiasan.", refused.GetElementById("f-alt-error")!.TextContent);
            await staff.SubmitAsync(library, action, HttpStatusCode.SeeOther, ("alt", $"Gotong royong {left}"));
        }

        using var done = await staff.Client.GetAsync(new Uri(library + "/lengkapi", UriKind.Relative), Stop);
        Assert.Equal(library, done.Headers.Location?.OriginalString);
        Assert.Contains("dua.png", (await staff.OpenAsync(library + "?cari=royong")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_refused_is_told_and_the_rest_is_kept()
    {
        using var answer = await MediaHost.SendAsync(media.Operator, MediaHost.Library, [("baik.jpg", Pictures.Jpeg()), ("jahat.exe", "MZ\0\0"u8.ToArray())]);
        var page = await answer.Content.ReadAsStringAsync(Stop);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("jahat.exe: jenis berkas ini tidak diterima", page, StringComparison.Ordinal);
        Assert.Contains("baik.jpg", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_without_its_token_is_refused_before_a_file_is_read()
    {
        using var without = await MediaHost.SendBareAsync(media.Operator, MediaHost.Library, [("a.jpg", Pictures.Jpeg())], asScript: true);
        using var wrong = await MediaHost.SendBareAsync(media.Operator, MediaHost.Library, [("a.jpg", Pictures.Jpeg())], asScript: true, ("_form", "tebak"));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (without.StatusCode, wrong.StatusCode));
    }

    [Fact]
    public async Task Same_file_twice_at_once_is_one_item()
    {
        var photo = Pictures.Jpeg(700, 500);
        var answers = await Task.WhenAll(media.UploadAsync("a.jpg", photo), media.UploadAsync("b.jpg", photo));
        await media.Prepare.Idle;

        Assert.Equal(answers[0].GetProperty("id").GetGuid(), answers[1].GetProperty("id").GetGuid());
        Assert.Contains(answers, answer => answer.GetProperty("isThereAlready").GetBoolean());
        Assert.True((await media.ItemAsync(answers[0].GetProperty("id").GetGuid())).IsReady);
    }

    [Fact]
    public async Task Script_hears_when_the_picture_is_ready()
    {
        var answer = await media.UploadAsync("tunggu.jpg", Pictures.Jpeg(800, 600));
        await media.Prepare.Idle;
        using var told = await media.Operator.Client.GetAsync(new Uri(answer.Text("state"), UriKind.Relative), Stop);
        var state = await told.JsonAsync(HttpStatusCode.OK);

        Assert.True(answer.GetProperty("needsAlt").GetBoolean());
        Assert.True(state.GetProperty("isReady").GetBoolean());
        Assert.Equal([320, 640, 800], state.GetProperty("sizes").EnumerateArray().Select(size => size.GetProperty("width").GetInt32()));
    }

    [Fact]
    public async Task Village_that_is_full_takes_no_more()
    {
        var session = media.Documents.OpenSession(StaffBrowser.ScopeOf(media.Host, "35.10.24.2001").VillageId);
        session.Store(new MediaItem { Name = "besar.pdf", IsPicture = false, Length = 2048L * 1024 * 1024 });
        await session.SaveChangesAsync(Stop);
        using var staff = await StaffBrowser.SignInAsync(media.Host, Roles.Operator, StaffBrowser.ScopeOf(media.Host, "35.10.24.2001"));
        var library = media.LibraryOf("35.10.24.2001");
        using var answer = await MediaHost.SendAsync(staff, library, [("a.pdf", Pictures.Pdf())], asScript: true, page: library);

        Assert.Contains("ruang media desa penuh", (await answer.JsonAsync(HttpStatusCode.UnprocessableEntity)).GetProperty("files")[0].Text("problem"), StringComparison.Ordinal);
        Assert.Contains("sisa 0 MB", (await staff.OpenAsync(library)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Full_disk_is_told_and_leaves_nothing_behind()
    {
        var room = media.Host.Services.GetRequiredService<DiskRoom>();
        room.IsShort = true;
        try
        {
            Assert.Contains("ruang server penuh", await media.RefusalOfAsync("a.jpg", Pictures.Jpeg()), StringComparison.Ordinal);
        }
        finally
        {
            room.IsShort = false;
        }

        await media.Prepare.Idle;
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(media.Host.DataFolder, "inbox"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Library_goes_with_the_village_into_an_archive_and_out_of_it()
    {
        const string Other = "35.10.01.2001";
        var item = await media.AddAsync("pindah.jpg", Pictures.Jpeg(), "Pindahan");
        var archive = await media.Host.Administrator.GetByteArrayAsync(new Uri($"{MediaHost.Api}/documents", UriKind.Relative), Stop);
        using var content = new ByteArrayContent(archive);
        using var answer = await media.Host.Administrator.PostAsync(new Uri($"/api/villages/{Other}/documents", UriKind.Relative), content, Stop);

        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Stop));
        await media.Host.PageAsync($"{media.LibraryOf(Other).Replace("/kelola/media", "/berkas/media", StringComparison.Ordinal)}/{item.Id}");
    }
}
