using System.Net;
using System.Text;
using SkiaSharp;

namespace SmartKampung.Tests.Host.Consoles.Profiles;

public sealed class EditPicturesTests(TestHost host) : IClassFixture<TestHost>
{
    const string Pictures = "/kelola/profil/gambar";
    const string Note = "rahasia-kamera";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Picture_is_written_anew_in_the_size_of_its_use_without_what_stood_beside_it()
    {
        using var desk = await ProfileDesk.OpenAsync(host, "35.10.24.2001");
        await desk.SaveAsync(Pictures, HttpStatusCode.SeeOther, ("hero", WithNote(Picture(2000, 1000, SKEncodedImageFormat.Jpeg))), ("hero_alt", "Sawah"), ("emblem", Picture(600, 900, SKEncodedImageFormat.Png)));

        var hero = desk.Profile().Hero!;
        Assert.Equal(("Sawah", 1600, 800), (hero.Alt, hero.Width, hero.Height));
        Assert.Contains(hero.File, await desk.SeenByVisitorsAsync(""), StringComparison.Ordinal);
        var kept = await host.Anonymous.GetByteArrayAsync(new Uri($"/{desk.Slug}/berkas/{hero.File}", UriKind.Relative), Stop);
        Assert.DoesNotContain(Note, Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
        using var emblem = SKBitmap.Decode(await host.Anonymous.GetByteArrayAsync(new Uri($"/{desk.Slug}/berkas/{desk.Profile().Emblem}", UriKind.Relative), Stop));
        Assert.Equal((341, 512), (emblem.Width, emblem.Height));

        await desk.SaveAsync(Pictures, HttpStatusCode.SeeOther, ("without_hero", "true"));
        Assert.Null(desk.Profile().Hero);
        Assert.NotEmpty(desk.Profile().Emblem);
    }

    [Fact]
    public async Task Portrait_is_cut_square_and_waits_while_the_form_is_mended()
    {
        using var desk = await ProfileDesk.OpenAsync(host, "35.10.24.2002");
        var wrong = await desk.SaveAsync("/kelola/profil/perangkat/baru", HttpStatusCode.UnprocessableEntity, ("name", ""), ("office", "Kasi"), ("photo", Picture(900, 600, SKEncodedImageFormat.Webp)));
        await desk.SendAsync(wrong, HttpStatusCode.SeeOther, ("name", "Ani"));

        var file = Assert.Single(desk.Profile().Officials).Picture;
        using var portrait = SKBitmap.Decode(await host.Anonymous.GetByteArrayAsync(new Uri($"/{desk.Slug}/berkas/{file}", UriKind.Relative), Stop));
        Assert.Equal((480, 480), (portrait.Width, portrait.Height));
    }

    [Fact]
    public async Task What_is_no_picture_or_too_large_is_told_beside_its_field()
    {
        using var desk = await ProfileDesk.OpenAsync(host, "35.10.24.2003");
        var wide = Picture(1, 1, SKEncodedImageFormat.Png);
        (wide[16], wide[17], wide[18], wide[19], wide[20], wide[21], wide[22], wide[23]) = (0, 0, 0x7f, 0xff, 0, 0, 0x7f, 0xff);
        (byte[] File, string Said)[] sent =
        [
            (Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), "JPEG, PNG"),
            (Encoding.UTF8.GetBytes("GIF89a<script>alert(1)</script>"), "JPEG, PNG"),
            (new byte[8 * 1024 * 1024 + 1], "8 MB"),
            (FixedChecksum(wide), "piksel"),
        ];
        foreach (var (file, said) in sent)
            Assert.Contains(said, (await desk.SaveAsync(Pictures, HttpStatusCode.UnprocessableEntity, ("hero", file))).GetElementById("f-hero-error")!.TextContent, StringComparison.Ordinal);
        Assert.Null(desk.Profile().Hero);
    }

    [Fact]
    public async Task Picture_of_another_village_is_none_here()
    {
        using var there = await ProfileDesk.OpenAsync(host, "35.10.24.2004");
        await there.SaveAsync(Pictures, HttpStatusCode.SeeOther, ("hero", Picture(40, 20, SKEncodedImageFormat.Png)));
        using var here = await ProfileDesk.OpenAsync(host, "35.10.24.2005");

        await here.SaveAsync("/kelola/profil/perangkat/baru", HttpStatusCode.UnprocessableEntity, ("name", "Ani"), ("office", "Kasi"), ("picture", there.Profile().Hero!.File));
        await here.SaveAsync("/kelola/profil/perangkat/baru", HttpStatusCode.UnprocessableEntity, ("name", "Ani"), ("office", "Kasi"), ("picture", "../../admin.key"));
    }

    static byte[] Picture(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.SeaGreen);
        return bitmap.Encode(format, 80).ToArray();
    }

    /// <summary>A comment right behind the beginning, as cameras write their notes.</summary>
    static byte[] WithNote(byte[] jpeg) => [.. jpeg[..2], 0xFF, 0xFE, 0, (byte)(Note.Length + 2), .. Encoding.ASCII.GetBytes(Note), .. jpeg[2..]];

    /// <summary>The header's own checksum (CRC-32), right for the size that it now tells.</summary>
    static byte[] FixedChecksum(byte[] png)
    {
        var checksum = uint.MaxValue;
        foreach (var value in png.AsSpan(12, 17))
        {
            checksum ^= value;
            for (var bit = 0; bit < 8; bit++) checksum = (checksum >> 1) ^ ((checksum & 1) * 0xEDB88320);
        }

        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), ~checksum);
        return png;
    }
}
