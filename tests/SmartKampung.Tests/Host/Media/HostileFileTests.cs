using System.Net;
using System.Text;
using SmartKampung.Host.Media;
using SmartKampung.Tests.Plugins.News;

namespace SmartKampung.Tests.Host.Media;

/// <summary>What is sent by people who mean harm, and by phones that mean well.</summary>
public sealed class HostileFileTests(MediaHost media) : IClassFixture<MediaHost>
{
    const string WrongKind = "jenis berkas ini tidak diterima";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Place_and_camera_are_gone_and_the_picture_stands_upright()
    {
        var item = await media.AddAsync("ponsel.jpg", Pictures.WithExif(Pictures.Jpeg(800, 400), orientation: 6));
        var (jpeg, webP) = (await media.FileAsync(item.Sizes[^1].File), await media.FileAsync(item.Sizes[^1].WebP));

        Assert.Equal((400, 800), (item.Sizes[^1].Width, item.Sizes[^1].Height));
        using var picture = Pictures.Decode(jpeg);
        Assert.True(picture.GetPixel(200, 100).Red > 200 && picture.GetPixel(200, 700).Blue > 200, "The left half is not above.");
        Assert.All(new[] { jpeg, webP }, file => Assert.DoesNotContain("GPS-RAHASIA", Encoding.Latin1.GetString(file), StringComparison.Ordinal));
        Assert.Equal([0xE0], SegmentsOf(jpeg).Where(marker => marker is >= 0xE0 and <= 0xEF or 0xFE));
        Assert.DoesNotContain(ChunksOf(webP), chunk => chunk is "EXIF" or "XMP " or "ICCP");
    }

    [Fact]
    public async Task Picture_of_a_print_shop_keeps_its_colour()
    {
        var item = await media.AddAsync("cetak.jpg", Pictures.Cmyk);
        using var picture = Pictures.Decode(await media.FileAsync(item.Sizes[0].File));

        var pixel = picture.GetPixel(4, 4);
        Assert.True(pixel is { Red: > 200, Green: < 60, Blue: < 60 }, pixel.ToString());
    }

    [Fact]
    public async Task Of_a_moving_picture_the_first_frame_is_kept()
    {
        var item = await media.AddAsync("gerak.gif", Pictures.MovingGif);
        using var picture = Pictures.Decode(await media.FileAsync(item.Sizes[0].File));

        Assert.True(picture.GetPixel(0, 0) is { Red: > 200, Blue: < 60 }, picture.GetPixel(0, 0).ToString());
        Assert.DoesNotContain("ANIM", ChunksOf(await media.FileAsync(item.Sizes[0].WebP)));
    }

    [Fact]
    public async Task Program_behind_a_picture_is_not_written_anew()
    {
        const string Script = "*/=1;alert(document.domain)/*<script>alert(1)</script>";
        var gif = await media.AddAsync("a.gif", [.. Pictures.MovingGif, .. Encoding.ASCII.GetBytes(Script)]);
        var jpeg = await media.AddAsync("b.html.jpg", [.. Pictures.Jpeg(), .. Encoding.ASCII.GetBytes(Script)]);

        foreach (var file in gif.Files.Concat(jpeg.Files)) Assert.DoesNotContain("alert", Encoding.Latin1.GetString(await media.FileAsync(file)), StringComparison.Ordinal);
        Assert.Equal("b.html.jpg", jpeg.Name);
    }

    [Fact]
    public async Task Content_decides_and_not_the_name()
    {
        var item = await media.AddAsync("foto.jpg", Pictures.Png());

        Assert.Equal("foto.png", item.Name);
        Assert.Contains(WrongKind, await media.RefusalOfAsync("foto.jpg", Encoding.ASCII.GetBytes("<html><script>alert(1)</script>")), StringComparison.Ordinal);
        Assert.Contains(WrongKind, await media.RefusalOfAsync("surat.pdf", "MZ\0\0\0"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains(WrongKind, await media.RefusalOfAsync("surat.docx", Pictures.Zip(("isi.txt", "halo"u8.ToArray()))), StringComparison.Ordinal);
        Assert.Contains(WrongKind, await media.RefusalOfAsync("kosong.txt", []), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_reason_has_words_of_its_own()
    {
        Assert.Contains("SVG", await media.RefusalOfAsync("a.png", "<?xml version=\"1.0\"?><svg onload=\"alert(1)\"/>"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("HEIC", await media.RefusalOfAsync("a.jpg", [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0]), StringComparison.Ordinal);
        Assert.Contains("paling banyak 40 megapiksel", await media.RefusalOfAsync("a.png", Pictures.PngBomb(50_000)), StringComparison.Ordinal);
        Assert.Contains("paling banyak 40 megapiksel", await media.RefusalOfAsync("a.png", Pictures.PngBomb(6_400)), StringComparison.Ordinal);
        Assert.Contains("Foto paling besar", await media.RefusalOfAsync("a.jpg", [.. Pictures.Jpeg(), .. new byte[3_000_000]]), StringComparison.Ordinal);
        Assert.Contains("dokumen paling besar", await media.RefusalOfAsync("a.pdf", [.. Pictures.Pdf(), .. new byte[600_000]]), StringComparison.Ordinal);
        Assert.Contains("rusak atau terpotong", await media.RefusalOfAsync("a.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2]), StringComparison.Ordinal);
        Assert.Contains("rusak atau terpotong", await media.RefusalOfAsync("a.pdf", "%PDF-1.4\nhalaman"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("makro", await media.RefusalOfAsync("a.docx", Pictures.Docx(("word/vbaProject.bin", [1, 2, 3]))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bomb_in_an_office_file_is_refused_by_what_it_says_of_itself()
    {
        const string Bomb = "mengembang jauh lebih besar";
        Assert.Contains(Bomb, await media.RefusalOfAsync("a.docx", Pictures.Docx(("word/media/besar.bmp", new byte[60_000_000]))), StringComparison.Ordinal);
        Assert.Contains(Bomb, await media.RefusalOfAsync("b.docx", Pictures.Docx([.. Enumerable.Range(0, 5_001).Select(part => ($"{part}", Array.Empty<byte>()))])), StringComparison.Ordinal);
        Assert.Contains("rusak", await media.RefusalOfAsync("c.docx", [.. "PK\u0003\u0004"u8, .. new byte[100]]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pdf_that_is_an_archive_as_well_is_refused() =>
        Assert.Contains(WrongKind, await media.RefusalOfAsync("dua.pdf", [.. Pictures.Pdf(), .. Pictures.Zip(("a.html", "<script>"u8.ToArray())), .. "%%EOF"u8]), StringComparison.Ordinal);

    [Fact]
    public async Task Photo_that_was_cut_off_is_told_to_be_broken_and_never_shown()
    {
        var whole = Pictures.Jpeg(900, 900);
        var id = (await media.UploadAsync("potong.jpg", whole[..(whole.Length / 2)])).GetProperty("id").GetGuid();
        await media.Prepare.Idle;

        Assert.Equal((MediaRefusal.Broken, false), ((await media.ItemAsync(id)).Failure, (await media.ItemAsync(id)).IsReady));
        Assert.Contains("rusak atau terpotong", (await media.Operator.OpenAsync($"{MediaHost.Library}/{id}")).Body!.TextContent, StringComparison.Ordinal);
        await media.Host.DemoPageAsync($"/berkas/media/{id}", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("../../../etc/cron.d/jam.jpg", "jam.jpg")]
    [InlineData(@"C:\\Users\\Ayu\\foto desa.JPG", "foto desa.jpg")]
    [InlineData("a\u0001b\u202Egpj.exe.jpg", "a b gpj.exe.jpg")]
    [InlineData("....jpg", "berkas.jpg")]
    [InlineData("<img src=x onerror=alert(1)>.jpg", "img src=x onerror=alert(1).jpg")]
    public async Task Name_is_made_harmless(string sent, string kept) => Assert.Equal(kept, (await media.AddAsync(sent, Pictures.Jpeg())).Name);

    [Fact]
    public async Task Name_of_three_hundred_letters_is_cut() =>
        Assert.Equal(new string('a', 100) + ".jpg", (await media.AddAsync(new string('a', 300) + ".jpg", Pictures.Jpeg())).Name);

    [Fact]
    public async Task Document_is_a_download_under_its_name_that_can_do_nothing()
    {
        var item = await media.AddAsync("Peraturan Désa №5.pdf", Pictures.Pdf());
        using var answer = await media.Host.Anonymous.GetAsync(new Uri($"/{TestHost.DemoSlug}/berkas/media/{item.Id}", UriKind.Relative), Stop);

        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(("attachment", "Peraturan Désa №5.pdf"), (answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentDisposition?.FileNameStar));
        Assert.Equal("default-src 'none'; sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Office_files_and_texts_are_told_apart_by_what_is_in_them()
    {
        Assert.Equal("surat.docx", (await media.AddAsync("surat.zip", Pictures.Docx())).Name);
        Assert.Equal("data.ods", (await media.AddAsync("data.odt", Pictures.Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"u8.ToArray()), ("content.xml", "<a/>"u8.ToArray())))).Name);
        Assert.Equal("warga.csv", (await media.AddAsync("warga.csv", "nama;rt\nAyu;01\n"u8.ToArray())).Name);
        Assert.Contains(WrongKind, await media.RefusalOfAsync("halaman.html", "nama;rt\nAyu;02\n"u8.ToArray()), StringComparison.Ordinal);
    }

    static IEnumerable<int> SegmentsOf(byte[] jpeg)
    {
        for (var at = 2; jpeg[at + 1] != 0xDA; at += 2 + (jpeg[at + 2] << 8) + jpeg[at + 3]) yield return jpeg[at + 1];
    }

    static IEnumerable<string> ChunksOf(byte[] webP)
    {
        for (var at = 12; at + 8 <= webP.Length;)
        {
            yield return Encoding.ASCII.GetString(webP, at, 4);
            var length = BitConverter.ToInt32(webP, at + 4);
            at += 8 + length + (length & 1);
        }
    }
}
