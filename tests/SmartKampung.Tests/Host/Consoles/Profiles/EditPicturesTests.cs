using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Media;
using SmartKampung.Host.Villages;
using SmartKampung.Tests.Host.Media;

namespace SmartKampung.Tests.Host.Consoles.Profiles;

public sealed class EditPicturesTests(TestHost host) : IClassFixture<TestHost>
{
    const string Photos = "/kelola/profil/foto";
    const string NewPhoto = Photos + "/baru";
    const string Emblem = "/kelola/profil/lambang";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Photo_that_is_sent_goes_to_the_library_and_is_shown_in_its_widths_once_it_is_ready()
    {
        using var desk = await ProfileDesk.OpenAsync(host, "35.10.24.2001");
        await AddAsync(desk, "Sawah", Pictures.WithExif(Pictures.Jpeg(2000, 1000), orientation: 1));

        var hero = Assert.Single(desk.Profile().Heroes);
        Assert.Equal("Sawah", hero.Alt);
        Assert.Equal([320, 640, 960, 1280, 1920], hero.Sizes.Select(size => size.Width));
        var home = await desk.SeenByVisitorsAsync("");
        Assert.Contains($"{hero.Sizes[0].WebP} 320w", home, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"foto\"", home, StringComparison.Ordinal);
        var kept = await host.Anonymous.GetByteArrayAsync(new Uri($"/{desk.Slug}/berkas/{hero.Sizes[^1].File}", UriKind.Relative), Stop);
        Assert.DoesNotContain("GPS-RAHASIA", Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
        Assert.NotNull((await desk.OpenAsync($"/kelola/media/{hero.Media}")).QuerySelector($"main a[href='/{desk.Slug}/profil']"));
    }

    [Fact]
    public async Task Photos_stand_in_their_order_and_the_first_is_the_large_one()
    {
        using var desk = await ProfileDesk.OpenAsync(host, "35.10.24.2002");
        await AddAsync(desk, "Sawah", Pictures.Jpeg());
        await AddAsync(desk, "Gunung", Pictures.Jpeg());
        Assert.Equal(["Sawah", "Gunung"], await ShownAsync(desk));

        await MoveAsync(desk, "/1/naik");
        Assert.Equal(["Gunung", "Sawah"], await ShownAsync(desk));

        await desk.SaveAsync(Photos + "/0/hapus", HttpStatusCode.SeeOther);
        Assert.Equal("Sawah", Assert.Single(desk.Profile().Heroes).Alt);
        await desk.SaveAsync(Photos + "/0", HttpStatusCode.SeeOther, ("alt", "Sawah pagi"));
        Assert.Equal("Sawah pagi", Assert.Single(desk.Profile().Heroes).Alt);
        Assert.NotEmpty(desk.Profile().Heroes[0].Sizes);
    }

    [Fact]
    public async Task One_photo_of_earlier_times_is_shown_and_becomes_the_first_of_several()
    {
        using var desk = await ProfileDesk.OpenAsync(host, "35.10.24.2006");
        var file = await desk.KeepFileAsync("<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "svg");
        await host.Services.GetRequiredService<ReplaceProfile>().RunAsync(desk.VillageId, desk.Profile() with { Hero = new(file, "Dulu", 1200, 640) }, Stop);
        Assert.Contains(file, await desk.SeenByVisitorsAsync(""), StringComparison.Ordinal);

        await desk.SaveAsync(Photos + "/0", HttpStatusCode.SeeOther, ("alt", "Dulu sekali"));
        await AddAsync(desk, "Kini", Pictures.Jpeg());
        Assert.Equal(["Dulu sekali", "Kini"], await ShownAsync(desk));
    }

    [Fact]
    public async Task Picture_that_is_replaced_or_removed_in_the_library_is_so_in_the_profile()
    {
        using var desk = await ProfileDesk.OpenAsync(host, "35.10.24.2007");
        await AddAsync(desk, "Sawah", Pictures.Jpeg());
        await desk.SaveAsync(Emblem, HttpStatusCode.SeeOther, ("photo", Pictures.Png(600, 900, isTransparent: true)));
        await ReadyAsync();
        var (hero, emblem) = (desk.Profile().Heroes[0], desk.Profile().Emblem);
        Assert.EndsWith(".png", emblem, StringComparison.Ordinal);
        Assert.Contains(emblem, await desk.SeenByVisitorsAsync(""), StringComparison.Ordinal);

        using (var replaced = await MediaHost.SendAsync(desk.Staff, $"/{desk.Slug}/kelola/media/{hero.Media}/ganti", [("lain.jpg", Pictures.Jpeg(900, 600))], page: $"/{desk.Slug}/kelola/media/{hero.Media}"))
            Assert.Equal(HttpStatusCode.SeeOther, replaced.StatusCode);
        await ReadyAsync();
        Assert.Equal([320, 640, 900], desk.Profile().Heroes[0].Sizes.Select(size => size.Width));

        await desk.SaveAsync($"/kelola/media/{hero.Media}/hapus", HttpStatusCode.SeeOther);
        await desk.SaveAsync($"/kelola/media/{desk.Profile().EmblemMedia}/hapus", HttpStatusCode.SeeOther);
        await ReadyAsync();
        Assert.Equal((0, "", null), (desk.Profile().Heroes.Count, desk.Profile().Emblem, desk.Profile().EmblemMedia));
    }

    [Fact]
    public async Task Portrait_waits_in_the_library_while_the_form_is_mended_and_can_be_chosen_again()
    {
        using var desk = await ProfileDesk.OpenAsync(host, "35.10.23.2001");
        var wrong = await desk.SaveAsync("/kelola/profil/perangkat/baru", HttpStatusCode.UnprocessableEntity, ("name", ""), ("office", "Kasi"), ("photo", Pictures.Jpeg(900, 600)));
        await desk.SendAsync(wrong, HttpStatusCode.SeeOther, ("name", "Ani"));
        await ReadyAsync();
        var photo = Assert.Single(desk.Profile().Officials).Photo!;
        Assert.Contains($"{photo.Sizes[0].WebP} 320w", await desk.SeenByVisitorsAsync(""), StringComparison.Ordinal);

        await desk.SaveAsync("/kelola/profil/perangkat/0", HttpStatusCode.SeeOther, ("media", ""));
        Assert.Null(desk.Profile().Officials[0].Photo);
        await desk.SaveAsync("/kelola/profil/perangkat/0", HttpStatusCode.SeeOther, ("media", photo.Media.ToString()!));
        Assert.Equal(photo.Sizes, desk.Profile().Officials[0].Photo!.Sizes);
    }

    [Fact]
    public async Task What_is_no_picture_or_too_large_is_told_beside_its_field()
    {
        using var desk = await ProfileDesk.OpenAsync(host, "35.10.24.2003");
        (byte[] File, string Said)[] sent =
        [
            (Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), "SVG"),
            (Encoding.UTF8.GetBytes("GIF89a<script>alert(1)</script>"), "megapiksel"),
            (Pictures.Pdf(), "dokumen, bukan gambar"),
            (new byte[15 * 1024 * 1024 + 1], "15 MB"),
            (Pictures.PngBomb(32_767), "megapiksel"),
            ([], "Kirim sebuah foto"),
        ];
        foreach (var (file, said) in sent)
            Assert.Contains(said, (await desk.SaveAsync(NewPhoto, HttpStatusCode.UnprocessableEntity, ("photo", file))).GetElementById("f-photo-error")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(desk.Profile().Heroes);
        Assert.Empty(await host.Services.GetRequiredService<MediaDocuments>().OpenSession(desk.VillageId).Query<MediaItem>().ToListAsync(Stop));
    }

    [Fact]
    public async Task Picture_of_another_village_is_none_here()
    {
        using var there = await ProfileDesk.OpenAsync(host, "35.10.24.2004");
        await AddAsync(there, "Sana", Pictures.Png());
        using var here = await ProfileDesk.OpenAsync(host, "35.10.24.2005");

        await here.SaveAsync(NewPhoto, HttpStatusCode.UnprocessableEntity, ("media", there.Profile().Heroes[0].Media.ToString()!));
        await here.SaveAsync("/kelola/profil/perangkat/baru", HttpStatusCode.UnprocessableEntity, ("name", "Ani"), ("office", "Kasi"), ("media", there.Profile().Heroes[0].Media.ToString()!));
        Assert.Empty(here.Profile().Heroes);
    }

    async Task AddAsync(ProfileDesk desk, string alt, byte[] picture)
    {
        await desk.SaveAsync(NewPhoto, HttpStatusCode.SeeOther, ("photo", picture), ("alt", alt));
        await ReadyAsync();
    }

    static async Task MoveAsync(ProfileDesk desk, string path)
    {
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)(await desk.OpenAsync(Photos)).QuerySelectorAll("form.order")[1];
        await desk.SendAsync(form, $"/{desk.Slug}{Photos}{path}", HttpStatusCode.SeeOther);
    }

    /// <summary>What visitors see in the row, of which the first is the large one too.</summary>
    static async Task<IReadOnlyList<string>> ShownAsync(ProfileDesk desk)
    {
        using var home = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await desk.SeenByVisitorsAsync(""));
        List<string> shown = [.. home.QuerySelectorAll("#foto img").Select(picture => picture.GetAttribute("alt")!)];
        Assert.Equal(shown[0], home.QuerySelector(".hero figure img")!.GetAttribute("alt"));
        return shown;
    }

    Task ReadyAsync() => host.Services.GetRequiredService<PrepareMedia>().Idle;
}
