using System.Net;
using System.Text;
using SmartKampung.Tests.Host.Media;
using SmartKampung.Tests.Plugins.News.Console;

namespace SmartKampung.Tests.Plugins.News.Import;

public sealed class ImportTests(NewsDesk desk) : IClassFixture<NewsDesk>
{
    [Fact]
    public async Task Export_is_looked_through_before_anything_is_taken()
    {
        const string site = "https://periksa.desa.id";
        var (path, shown) = await desk.Dewi.CheckAsync(Wxr.Of(
            site,
            Wxr.Post(site, 1, "Periksa satu", more: Wxr.Category("Pertanian") + Wxr.Tag("padi") + "<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_content>Hai</wp:comment_content></wp:comment>"),
            Wxr.Post(site, 2, "Periksa dua", status: "draft"),
            Wxr.Post(site, 3, "Dibuang", status: "trash"),
            Wxr.Post(site, 4, "Profil lama", type: "page"),
            Wxr.Post(site, 5, "", content: "Tanpa judul")));

        Assert.Equal(["3", "1", "0", "0", "1", "1"], shown.QuerySelectorAll("dl.figures dd").Select(figure => figure.TextContent));
        Assert.Contains("1 di dalam berkas", shown.Text(), StringComparison.Ordinal);
        Assert.Contains("Tidak berjudul", shown.Text(), StringComparison.Ordinal);
        Assert.Contains("1 tulisan di tempat sampah", shown.Text(), StringComparison.Ordinal);
        await desk.Host.DemoPageAsync("/berita/periksa-satu", HttpStatusCode.NotFound);
        await desk.Dewi.SubmitAsync(path, $"{path}/buang", HttpStatusCode.SeeOther);
        await desk.Dewi.OpenAsync(path, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Articles_come_with_state_day_author_category_tags_and_earlier_addresses_and_never_twice()
    {
        const string site = "https://lama.desa.id";
        var export = Wxr.Of(
            site,
            Wxr.Post(site, 11, "Tanam serempak", "Baris satu\nbaris dua\n\nAlinea kedua [contact-form-7 id=\"3\"]", excerpt: "Ringkasnya", more: Wxr.Category("Uncategorized") + Wxr.Category("Pertanian") + Wxr.Tag("padi")),
            Wxr.Post(site, 12, "Masih konsep saja", status: "draft", date: "0000-00-00 00:00:00"),
            Wxr.Post(site, 13, "Menunggu lama", status: "pending"),
            Wxr.Post(site, 14, "Rahasia desa", status: "private"),
            Wxr.Post(site, 15, "Tahun depan", status: "future", date: "2027-11-30 02:00:00"),
            Wxr.Post(site, 16, "Sejarah lama", type: "page"));

        var done = await desk.Dewi.ImportAsync(desk.Host, export);

        Assert.Contains("5 tulisan masuk", done.Text(), StringComparison.Ordinal);
        var page = await desk.Host.DemoPageAsync("/berita/tanam-serempak");
        Assert.Contains("<p>Baris satu<br>\nbaris dua</p>\n<p>Alinea kedua", page, StringComparison.Ordinal);
        foreach (var part in new[] { "Pak Guru", "Pertanian", "padi", "12 Mei 2021", "Ringkasnya" }) Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.DoesNotContain("contact-form", page, StringComparison.Ordinal);
        await AssertStateAsync("Masih konsep saja", "konsep");
        await AssertStateAsync("Menunggu lama", "menunggu diperiksa");
        await AssertStateAsync("Rahasia desa", "diarsipkan");
        await AssertStateAsync("Tahun depan", "terjadwal");
        foreach (var old in new[] { "/2021/05/12/tanam-serempak/", "/?p=11", "/tanam-serempak" }) await AssertLeadsAsync(old, "/berita/tanam-serempak");

        var again = await desk.Dewi.ImportAsync(desk.Host, export, "desa.xml", ("with_pages", "true"));

        Assert.Contains("1 tulisan masuk, 5 sudah ada", again.Text(), StringComparison.Ordinal);
        await desk.Host.DemoPageAsync("/berita/sejarah-lama");
        await desk.Host.DemoPageAsync("/berita/tanam-serempak-2", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Pictures_of_the_zip_come_into_the_library_with_their_descriptions_and_captions()
    {
        const string site = "https://gambar.desa.id";
        const string content = """
            <!-- wp:paragraph --><p>Awal</p><!-- /wp:paragraph -->
            [caption id="a" width="300"]<a href="https://gambar.desa.id/wp-content/uploads/2021/05/sawah.jpg"><img class="wp-image-21" src="https://gambar.desa.id/wp-content/uploads/2021/05/sawah-300x200.jpg" /></a> Sawah pagi[/caption]
            <figure class="wp-block-image"><img src="/wp-content/uploads/2021/05/tidak-ada.jpg" alt="Hilang"/><figcaption>Tinggal nama</figcaption></figure>
            <img src="/wp-content/uploads/2021/05/bukan.jpg"><img src="/wp-content/uploads/2021/05/bom.jpg">
            <img src="https://tempat-lain.example/wp-content/uploads/x.jpg" alt="Tetangga">
            [gallery ids="22"]
            """;
        var xml = Wxr.Of(
            site,
            Wxr.Post(site, 20, "Bergambar lama", content, more: Wxr.Thumbnail(22)),
            Wxr.Attachment(site, 21, "2021/05/sawah.jpg", alt: "Sawah \"hijau\" di kaki Ijen"),
            Wxr.Attachment(site, 22, "2021/05/balai.png", caption: "Balai <b>desa</b>"));
        var zip = Pictures.Zip(
            ("ekspor/desa.xml", xml), ("wp-content/uploads/2021/05/sawah.jpg", Pictures.Jpeg()), ("wp-content/uploads/2021/05/balai.png", Pictures.Png()),
            ("../../../etc/passwd.jpg", Pictures.Jpeg()), ("wp-content/uploads/2021/05/bukan.jpg", "teks"u8.ToArray()), ("wp-content/uploads/2021/05/bom.jpg", new byte[21 * 1024 * 1024]));

        var done = await desk.Dewi.ImportAsync(desk.Host, zip, "desa.zip");

        Assert.Contains("2 gambar baru", done.Text(), StringComparison.Ordinal);
        foreach (var told in new[] { "tidak ada di dalam berkas: /wp-content/uploads/2021/05/tidak-ada.jpg", "rusak: /wp-content/uploads/2021/05/bukan.jpg", "terlalu besar: /wp-content/uploads/2021/05/bom.jpg" })
            Assert.Contains(told, done.Text(), StringComparison.Ordinal);
        Assert.Contains("Gambar dari situs lain tidak diambil: https://tempat-lain.example", done.Text(), StringComparison.Ordinal);
        var page = await desk.Host.DemoPageAsync("/berita/bergambar-lama");
        Assert.Contains("alt=\"Sawah &quot;hijau&quot; di kaki Ijen\"", page, StringComparison.Ordinal);
        Assert.Contains("<figcaption>Sawah pagi</figcaption>", page, StringComparison.Ordinal);
        Assert.Contains("alt=\"Balai desa\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Tinggal nama", page, StringComparison.Ordinal);
        Assert.DoesNotContain("wp-content", page, StringComparison.Ordinal);
        Assert.Matches(@"og:image"" content=""[^""]+/berkas/[0-9a-f]{64}\.jpg", page);
        Assert.DoesNotContain(Directory.EnumerateFiles(desk.Host.DataFolder, "*", SearchOption.AllDirectories), file => file.EndsWith("passwd.jpg", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_could_run_is_gone_and_the_words_stay()
    {
        const string site = "https://jahat.desa.id";
        const string content = """
            <p onclick="alert(1)">Halo<script>alert(2)</script></p><h5>Kecil</h5><cite>Kutipan</cite><iframe src="javascript:alert(3)"></iframe>
            <iframe src="https://www.youtube.com/embed/abc"></iframe><a href="javascript:alert(4)">tautan</a><img src="x" onerror="alert(5)"><svg onload=alert(6)></svg><style>body{display:none}</style>
            """;

        await desk.Dewi.ImportAsync(desk.Host, Wxr.Of(site, Wxr.Post(site, 31, "<script>alert(0)</script>Judul jahat", content), Wxr.Post(site, 32, "Dalam sekali", string.Concat(Enumerable.Repeat("<div>", 20_000)))));

        var page = await desk.Host.DemoPageAsync("/?p=31", HttpStatusCode.MovedPermanently);
        page = await desk.Host.DemoPageAsync(await SlugOfAsync("Judul jahat"));
        var article = page[page.IndexOf("<h1", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)];
        foreach (var bad in new[] { "alert(", "onclick", "onerror", "<svg", "<iframe", "<style", "javascript:" }) Assert.DoesNotContain(bad, article, StringComparison.OrdinalIgnoreCase);
        foreach (var good in new[] { "Halo", "<h4>Kecil</h4>", "Kutipan", "href=\"https://www.youtube.com/embed/abc\"" }) Assert.Contains(good, article, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_export_is_told_beside_the_field()
    {
        const string xxe = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><title>&x;</title></channel></rss>";
        var entities = Enumerable.Range(1, 11).Select(level => $"<!ENTITY a{level} \"{string.Concat(Enumerable.Repeat($"&a{level - 1};", 10))}\">");
        var laughs = $"<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a0 \"ha\">{string.Concat(entities)}]><rss><channel><title>&a11;</title></channel></rss>";
        (byte[] Content, string Message)[] files =
        [
            (Encoding.UTF8.GetBytes(xxe), "bukan XML yang utuh"),
            (Encoding.UTF8.GetBytes(laughs), "bukan XML yang utuh"),
            ("<rss><channel><item/></channel></rss>"u8.ToArray(), "bukan ekspor WordPress"),
            ("<html></html>"u8.ToArray(), "bukan ekspor WordPress"),
            (Wxr.Of("https://a.id", Wxr.Post("https://a.id", 1, "Terpotong"))[..900], "bukan XML yang utuh"),
            (Pictures.Zip(("foto.jpg", Pictures.Jpeg())), "Tidak ada berkas XML"),
            ([0x50, 0x4B, 3, 4, 1, 2, 3], "ZIP ini rusak"),
            (Damaged(Pictures.Zip(("desa.xml", Wxr.Of("https://a.id", Wxr.Post("https://a.id", 1, "Rusak", new string('a', 5000) + Guid.NewGuid()))))), "ZIP ini rusak"),
            (ManyEntries(), "terlalu banyak berkas"),
            (Pictures.Zip(("bom.xml", [.. "<rss>"u8, .. Enumerable.Repeat((byte)' ', 101 * 1024 * 1024)])), "lebih dari 100 MB"),
        ];
        foreach (var (content, message) in files)
        {
            using var answer = await desk.Dewi.UploadAsync(content, "berkas.xml");
            var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.UnprocessableEntity, $"{message}: {answer.StatusCode}");
            Assert.Contains(message, page, StringComparison.Ordinal);
        }

        Assert.Empty(Directory.EnumerateFiles(Path.Combine(desk.Host.DataFolder, "waiting"), "*.tmp", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Pictures_are_never_fetched_from_the_own_machine()
    {
        using var site = OldSite.Start();
        var local = site.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        var done = await desk.Dewi.ImportAsync(
            desk.Host, Wxr.Of(local, Wxr.Post(local, 41, "Ke dalam", $"<img src=\"{local}/wp-content/uploads/a.jpg\"><img src=\"http://169.254.169.254/uploads/b.jpg\">"), Wxr.Attachment("http://169.254.169.254", 42, "b.jpg")),
            "desa.xml", ("from_site", "true"));

        Assert.Contains("bukan alamat umum", done.Text(), StringComparison.Ordinal);
        Assert.Contains("169.254.169.254", done.Text(), StringComparison.Ordinal);
        Assert.Equal(0, site.Requests);
    }

    /// <summary>With a part of its content written over.</summary>
    static byte[] Damaged(byte[] zip)
    {
        zip.AsSpan(60, 40).Fill(0xFF);
        return zip;
    }

    /// <summary>Says that it holds more files than anybody uploads.</summary>
    static byte[] ManyEntries()
    {
        var zip = Pictures.Zip(("desa.xml", "<rss/>"u8.ToArray()));
        zip.AsSpan(zip.Length - 14, 4).Fill(0xFE);
        return zip;
    }

    async Task AssertStateAsync(string title, string state)
    {
        var list = await desk.Dewi.OpenAsync($"{NewsDesk.List}?cari={Uri.EscapeDataString(title)}");
        Assert.Contains(list.QuerySelectorAll("table.rows tbody tr"), row => row.TextContent.Contains(title, StringComparison.Ordinal) && row.TextContent.Contains(state, StringComparison.Ordinal));
    }

    async Task<string> SlugOfAsync(string words)
    {
        var list = await desk.Dewi.OpenAsync($"{NewsDesk.List}?cari={Uri.EscapeDataString(words)}");
        var edit = await desk.Dewi.OpenAsync(list.QuerySelector("table.rows tbody th a")!.GetAttribute("href")!);
        return edit.QuerySelectorAll("main a[href*='/berita/']").Select(link => link.GetAttribute("href")!).First(address => !address.Contains("pratinjau", StringComparison.Ordinal))[NewsDesk.Village.Length..];
    }

    async Task AssertLeadsAsync(string old, string to)
    {
        using var answer = await desk.Host.Anonymous.GetAsync(new Uri(NewsDesk.Village + old, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.MovedPermanently, NewsDesk.Village + to), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }
}
