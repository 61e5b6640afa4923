using System.Net;
using System.Text;

namespace SmartKampung.Tests.Plugins.News;

public sealed class PictureMetadataTests(TestHost host) : IClassFixture<TestHost>
{
    const string Place = "Jalan Ijen 7";

    static readonly byte[] Lying = [0xFF, 0xC0, 0, 17, 8, 0, 2, 0, 3, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];
    static readonly byte[] Lines = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 1, 0xFF, 0, 2, 0xFF, 0xD0, 3];
    static readonly byte[] Profile = Segment(0xE2, "ICC_PROFILE\0colours");
    static readonly byte[] PngHead = [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', .. Chunk("IHDR", [0, 0, 0, 3, 0, 0, 0, 2, 8, 2, 0, 0, 0])];
    static readonly byte[] Pixels = RiffChunk("VP8L", [0x2F, 2, 0x40, 0, 0, 7]);

    [Fact]
    public async Task Jpeg_keeps_its_colours_and_lines_and_nothing_that_the_camera_noted()
    {
        byte[] noted = [.. Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0" + Place), .. Segment(0xED, Place), .. Segment(0xFE, Place), .. Segment(0xE2, "MPF\0" + Place)];
        byte[] picture = [0xFF, 0xD8, .. Exif(1), .. noted, .. Profile, .. Lying, .. Lines, .. noted, .. Lines, 0xFF, 0xD9, .. Exif(1)];

        await AssertStoredAsync([0xFF, 0xD8, .. Profile, .. Lying, .. Lines, .. Lines, 0xFF, 0xD9], picture);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    public async Task Jpeg_is_still_turned(byte orientation)
    {
        byte[] expected = [0xFF, 0xD8, 0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. Orientation(orientation), .. Lying, .. Lines, 0xFF, 0xD9];

        await AssertStoredAsync(expected, [0xFF, 0xD8, .. Exif(orientation), .. Lying, .. Lines, 0xFF, 0xD9]);
    }

    [Fact]
    public async Task Png_keeps_its_pixels_and_transparency_alone()
    {
        byte[] shown = [.. Chunk("tRNS", [1, 2]), .. Chunk("IDAT", [3, 4, 5]), .. Chunk("IEND", [])];
        byte[] noted = [.. Chunk("tEXt", Text), .. Chunk("iTXt", Text), .. Chunk("zTXt", Text), .. Chunk("eXIf", [.. Orientation(1), .. Text]), .. Chunk("meTa", Text)];

        await AssertStoredAsync([.. PngHead, .. shown], [.. PngHead, .. noted, .. shown, .. Text]);
    }

    [Fact]
    public async Task Png_is_still_turned()
    {
        byte[] rest = [.. Chunk("IDAT", [3]), .. Chunk("IEND", [])];
        byte[] expected = [.. PngHead, 0, 0, 0, 26, .. "eXIf"u8, .. Orientation(6), 0xD6, 0x67, 0x4B, 0x69, .. rest];

        await AssertStoredAsync(expected, [.. PngHead, .. Chunk("eXIf", [.. Orientation(6), .. Text]), .. rest]);
    }

    [Fact]
    public async Task WebP_says_that_nothing_is_noted_and_keeps_its_pixels()
    {
        var picture = WebP(0x0C, Pixels, RiffChunk("EXIF", [.. Orientation(1), .. Text]), RiffChunk("XMP ", Text));

        await AssertStoredAsync(WebP(0, Pixels), picture);
    }

    [Fact]
    public async Task WebP_is_still_turned()
    {
        var picture = WebP(0x0C, Pixels, RiffChunk("XMP ", Text), RiffChunk("EXIF", [.. "Exif\0\0"u8, .. Orientation(8), .. Text]));

        await AssertStoredAsync(WebP(0x08, Pixels, RiffChunk("EXIF", Orientation(8))), picture);
    }

    [Fact]
    public async Task Picture_that_ends_early_is_taken_as_it_is()
    {
        byte[][] pictures =
        [
            [0xFF, 0xD8, .. Exif(6), .. Lying, .. Lines, 0xFF, 0xD9],
            [.. PngHead, .. Chunk("eXIf", Orientation(6)), .. Chunk("IDAT", [3, 4, 5])],
            WebP(0x0C, Pixels, RiffChunk("EXIF", Orientation(6))),
        ];
        foreach (var picture in pictures)
            for (var length = 0; length < picture.Length; length++)
            {
                using var answer = await UploadAsync(picture[..length]);
                Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.UnsupportedMediaType, $"{length}: {answer.StatusCode}");
            }
    }

    static byte[] Text => Encoding.ASCII.GetBytes(Place);

    async Task AssertStoredAsync(byte[] expected, byte[] picture)
    {
        using var answer = await UploadAsync(picture);
        var address = (await answer.JsonAsync(HttpStatusCode.Created)).Text("address");
        var stored = await host.Anonymous.GetByteArrayAsync(new Uri(address, UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken);
        Assert.Equal(expected, stored);
    }

    async Task<HttpResponseMessage> UploadAsync(byte[] picture)
    {
        using var body = new ByteArrayContent(picture);
        return await host.Administrator.PostAsync($"{NewsApi.Demo}/pictures", body, TestContext.Current.CancellationToken);
    }

    static byte[] Orientation(byte orientation) =>
        [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];

    static byte[] Exif(byte orientation) => Segment(0xE1, "Exif\0\0" + Encoding.Latin1.GetString(Orientation(orientation)) + Place);

    static byte[] Segment(byte marker, string content) => [0xFF, marker, 0, (byte)(content.Length + 2), .. Encoding.Latin1.GetBytes(content)];

    static byte[] Chunk(string type, byte[] content) => [0, 0, 0, (byte)content.Length, .. Encoding.ASCII.GetBytes(type), .. content, 9, 9, 9, 9];

    static byte[] RiffChunk(string type, byte[] content) => [.. Encoding.ASCII.GetBytes(type), (byte)content.Length, 0, 0, 0, .. content];

    static byte[] WebP(byte flags, params byte[][] chunks)
    {
        byte[] content = [.. "WEBP"u8, .. RiffChunk("VP8X", [flags, 0, 0, 0, 2, 0, 0, 1, 0, 0]), .. chunks.SelectMany(chunk => chunk)];
        return [.. "RIFF"u8, (byte)content.Length, 0, 0, 0, .. content];
    }
}
