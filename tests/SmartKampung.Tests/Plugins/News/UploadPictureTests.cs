using System.Net;
using System.Text;

namespace SmartKampung.Tests.Plugins.News;

public sealed class UploadPictureTests(TestHost host) : IClassFixture<TestHost>
{
    static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR4nGMQSDCAIAY4CwAk1APBgqTbrQAAAABJRU5ErkJggg==");

    [Fact]
    public async Task Picture_is_measured_and_shown_with_its_words()
    {
        var picture = await (await UploadAsync(Png)).JsonAsync(HttpStatusCode.Created);
        var article = await host.WriteArticleAsync(
            new { title = "Bergambar", picture = picture.Text("file"), pictureAlt = "Dua baris, tiga kolom", state = "published" });

        Assert.Equal((3, 2), (picture.GetProperty("width").GetInt32(), picture.GetProperty("height").GetInt32()));
        var page = await host.DemoPageAsync(article.Path());
        Assert.Contains("alt=\"Dua baris, tiga kolom\"", page, StringComparison.Ordinal);
        Assert.Contains("width=\"3\" height=\"2\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Phone_picture_that_is_to_be_turned_has_its_sides_changed()
    {
        var picture = await (await UploadAsync(Jpeg(width: 400, height: 300, orientation: 6))).JsonAsync(HttpStatusCode.Created);

        Assert.Equal((300, 400), (picture.GetProperty("width").GetInt32(), picture.GetProperty("height").GetInt32()));
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("GIF")]
    [InlineData("")]
    public async Task What_is_no_picture_is_refused_whatever_it_is_called(string content)
    {
        using var answer = await UploadAsync(Encoding.UTF8.GetBytes(content));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task Article_can_not_name_a_picture_that_nobody_sent()
    {
        using var answer = await host.Administrator.SendAsync(HttpMethod.Post, $"{NewsApi.Demo}/articles", new { title = "Tanpa gambar", picture = new string('a', 64) + ".png" });

        Assert.Contains("/picture", (await answer.JsonAsync(HttpStatusCode.UnprocessableEntity)).GetRawText(), StringComparison.Ordinal);
    }

    async Task<HttpResponseMessage> UploadAsync(byte[] content)
    {
        using var body = new ByteArrayContent(content) { Headers = { ContentType = new("image/png") } };
        return await host.Administrator.PostAsync($"{NewsApi.Demo}/pictures", body, TestContext.Current.CancellationToken);
    }

    static byte[] Jpeg(int width, int height, byte orientation) =>
    [
        0xFF, 0xD8, 0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
        0xFF, 0xC0, 0, 17, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xFF, 0xD9,
    ];
}
