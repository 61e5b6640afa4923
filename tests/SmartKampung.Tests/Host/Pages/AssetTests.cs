using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.Pages;

public sealed class AssetTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_style_sheet_is_kept_for_ever_and_what_it_refers_to_lies_beside_it()
    {
        await using var host = await PagesHost.StartAsync();
        var sheet = host.Services.GetRequiredService<AssetLibrary>().Address("guestbook", "look.css")!;

        var answer = await host.Client.GetAsync(new Uri(sheet, UriKind.Relative), Stop);
        var drawing = await host.Client.GetAsync(new Uri(sheet.Replace("look.css", "img/motif.svg", StringComparison.Ordinal), UriKind.Relative), Stop);

        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.OK, drawing.StatusCode);
    }

    [Fact]
    public async Task It_comes_compressed_to_who_can_read_it()
    {
        await using var host = await PagesHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, host.Services.GetRequiredService<AssetLibrary>().Address("host", "look.css"));
        request.Headers.AcceptEncoding.ParseAdd("gzip, br");

        var answer = await host.Client.SendAsync(request, Stop);

        await using var brotli = new BrotliStream(await answer.Content.ReadAsStreamAsync(Stop), CompressionMode.Decompress);
        using var reader = new StreamReader(brotli);
        Assert.Contains("motif.svg", await reader.ReadToEndAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_style_sheet_that_lists_others_comes_as_one_in_their_order()
    {
        await using var host = await PagesHost.StartAsync();
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Combine("look.css"), "/* look */\n@import \"last.css\"; /* why */\n@import \"first.css\";\n@import \"far/away.css\";\n@import \"missing.css\";\n");
        File.WriteAllText(folder.Combine("first.css"), "a { color: red }\n");
        File.WriteAllText(folder.Combine("last.css"), "a { color: blue }\n");
        host.Services.GetRequiredService<AssetLibrary>().AddOwner("letters", folder.FullName);

        var sheet = await host.Client.GetStringAsync(host.Services.GetRequiredService<AssetLibrary>().Address("letters", "look.css"), Stop);

        Assert.Equal("/* look */\na { color: blue }\na { color: red }\n@import \"far/away.css\";\n@import \"missing.css\";\n", sheet);
    }

    /// <summary>Only consoles load it, so that it weighs on no public page.</summary>
    const string OfConsoles = "look-console.css";

    [Fact]
    public void The_look_of_the_theme_is_one_sheet_and_no_part_is_forgotten()
    {
        var files = AssetFolder.Read(Repository.Path("templates", "default", "assets")).Files;
        var look = Encoding.UTF8.GetString(files["look.css"].Content);

        Assert.DoesNotContain("@import", look, StringComparison.Ordinal);
        Assert.All(files.Where(file => file.Key.StartsWith("look-", StringComparison.Ordinal) && file.Key != OfConsoles), part => Assert.Contains(Encoding.UTF8.GetString(part.Value.Content), look, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/assets/000000000000/theme/look.css")]
    [InlineData("/assets/accent/0f6b5.css")]
    [InlineData("/assets/accent/0f6b5g.css")]
    [InlineData("/assets/accent/url(x).css")]
    public async Task A_wrong_address_is_not_found(string address)
    {
        await using var host = await PagesHost.StartAsync();

        var answer = await host.Client.GetAsync(new Uri(address, UriKind.Relative), Stop);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_colour_of_a_village_is_a_style_sheet()
    {
        await using var host = await PagesHost.StartAsync();

        Assert.Equal(":root { --accent: #0f6b50 }\n", await host.Client.GetStringAsync("/assets/accent/0f6b50.css", Stop));
    }

    [Fact]
    public async Task A_stored_drawing_can_run_nothing_and_is_seen_in_its_village_alone()
    {
        await using var host = await PagesHost.StartAsync();
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"));
        var file = await host.Services.GetRequiredService<FileStore>().For(Partition.OfVillage(PagesHost.Village.Id)).SaveAsync(content, "svg", Stop);

        var answer = await host.Client.GetAsync(new Uri("/desa/berkas/" + file, UriKind.Relative), Stop);
        var elsewhere = await host.Client.GetAsync(new Uri("/berkas/" + file, UriKind.Relative), Stop);

        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal($"\"{file}\"", answer.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }
}
