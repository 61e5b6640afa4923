using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace SmartKampung.Tests.Plugins.News.Console;

public sealed class EditArticleTests(NewsDesk desk) : IClassFixture<NewsDesk>
{
    [Fact]
    public async Task Article_written_without_script_is_published_with_its_picture_and_gallery()
    {
        var (picture, other) = (await desk.AddPictureAsync("Ibu-ibu menanam padi"), await desk.AddPictureAsync("Traktor desa"));

        await NewsDesk.WriteAsync(
            desk.Dewi, "Tanam serempak", "publish", ("body", "<p>Mulai <strong>Senin</strong>.</p>"), ("category", "Pertanian"), ("tags", "padi, Padi, panen"),
            ("author", "Dewi"), ("picture", $"{picture}"), ("caption", "Hari pertama"), ("gallery_picture", ""), ("gallery_caption", "kosong"), ("gallery_picture", $"{other}"), ("gallery_caption", "Di sawah"));

        var page = await desk.Host.DemoPageAsync("/berita/tanam-serempak");
        Assert.Contains("<p>Mulai <strong>Senin</strong>.</p>", page, StringComparison.Ordinal);
        Assert.Contains("alt=\"Ibu-ibu menanam padi\"", page, StringComparison.Ordinal);
        Assert.Contains("Hari pertama", page, StringComparison.Ordinal);
        Assert.Contains("alt=\"Traktor desa\"", page, StringComparison.Ordinal);
        Assert.Contains("Di sawah", page, StringComparison.Ordinal);
        Assert.DoesNotContain("kosong", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Title_that_is_missing_is_told_beside_the_field_and_the_text_stays()
    {
        var begun = await desk.Dewi.OpenAsync($"{NewsDesk.List}/artikel/baru");
        var page = begun.QuerySelector("form[data-editor]")!.GetAttribute("action")!;

        var answer = await NewsDesk.SaveAsync(desk.Dewi, page, 0, [("title", " "), ("body", "<p>Isi panjang</p>")], HttpStatusCode.UnprocessableEntity, $"{NewsDesk.List}/artikel/baru");

        Assert.NotEmpty(answer.QuerySelector("#f-title-error")!.TextContent);
        Assert.Contains("<p>Isi panjang</p>", answer.QuerySelector("#f-body")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Picture_of_nobody_or_without_a_description_is_refused()
    {
        var undescribed = await desk.AddPictureAsync("");
        var page = await NewsDesk.WriteAsync(desk.Dewi, "Gambar tanpa kata");

        foreach (var picture in new[] { undescribed, Guid.NewGuid() })
        {
            var answer = await NewsDesk.SaveAsync(desk.Dewi, page, 1, [("title", "Gambar tanpa kata"), ("picture", $"{picture}")], HttpStatusCode.UnprocessableEntity);
            Assert.NotEmpty(answer.QuerySelector("#f-picture-error")!.TextContent);
        }
    }

    [Fact]
    public async Task List_is_narrowed_by_state_category_author_and_words_and_asks_no_more_for_more_rows()
    {
        await NewsDesk.WriteAsync(desk.Dewi, "Kambing hilang", "", ("category", "Usaha warga"), ("author", "Pak Karto"));
        await NewsDesk.WriteAsync(desk.Dewi, "Kambing pulang", "publish", ("category", "Usaha warga"), ("author", "Pak Karto"));

        Assert.Equal(["Kambing hilang"], await TitlesAsync("?keadaan=draft&penulis=Karto"));
        Assert.Equal(["Kambing pulang"], await TitlesAsync("?keadaan=published&penulis=Karto"));
        Assert.Equal(["Kambing hilang", "Kambing pulang"], (await TitlesAsync("?cari=kambing&kategori=Usaha%20warga")).Order());
        Assert.Empty(await TitlesAsync("?cari=kambing&kategori=Wisata"));
        Assert.Equal(await QueriesAsync("?cari=kambing"), await QueriesAsync("?keadaan=published"));
    }

    [Fact]
    public async Task Address_of_a_draft_follows_its_title_and_that_of_a_published_one_stays()
    {
        var page = await NewsDesk.WriteAsync(desk.Dewi, "Judul pertama");
        await NewsDesk.SaveAsync(desk.Dewi, page, 1, [("title", "Judul kedua"), ("then", "publish")]);
        await desk.Host.DemoPageAsync("/berita/judul-kedua");
        await desk.Host.DemoPageAsync("/berita/judul-pertama", HttpStatusCode.NotFound);

        await NewsDesk.SaveAsync(desk.Dewi, page, 2, [("title", "Judul ketiga")]);

        Assert.Contains("Judul ketiga", await desk.Host.DemoPageAsync("/berita/judul-kedua"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_hostile_does_nothing_anywhere()
    {
        const string attack = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";
        var page = await NewsDesk.WriteAsync(
            desk.Dewi, attack, "publish", ("summary", attack), ("body", $"<p onclick=x>Isi</p><a href=\"javascript:alert(1)\">a</a><img src=\"data:image/svg+xml,x\">{attack}"),
            ("category", attack), ("tags", attack), ("author", attack), ("caption", attack));
        var edit = await desk.Dewi.OpenAsync(page);
        var preview = await desk.Dewi.OpenAsync($"{NewsDesk.Village}/berita/pratinjau/{page.Split('/')[^1]}");
        var history = await desk.Dewi.OpenAsync($"{page}/riwayat/1");
        var list = await desk.Dewi.OpenAsync(NewsDesk.List);

        Assert.All([edit, preview, history, list], shown => Assert.Empty(shown.QuerySelectorAll("script:not([src]):not([type='application/ld+json']), [onerror], [onclick], [href^='javascript'], img[src^=data]")));
    }

    async Task<IReadOnlyList<string>> TitlesAsync(string query) =>
        [.. (await desk.Dewi.OpenAsync(NewsDesk.List + query)).QuerySelectorAll("table.rows tbody th").Select(cell => cell.TextContent)];

    async Task<long> QueriesAsync(string query)
    {
        using var counter = new QueryCounter(desk.Host.Services.GetRequiredService<IMeterFactory>());
        await desk.Dewi.OpenAsync(NewsDesk.List + query);
        return counter.Count;
    }
}
