using System.Net;

namespace SmartKampung.Tests.Plugins.News.Console;

public sealed class MovedAddressTests(NewsDesk desk) : IClassFixture<NewsDesk>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Earlier_addresses_lead_to_the_article_in_the_reader_s_language()
    {
        await WriteAsync("Panen raya", "/2021/05/12/Panen-Raya/\nhttps://tamansari.desa.id/?p=123\n/panen-kopi");

        Assert.Equal($"{NewsDesk.Village}/berita/panen-raya", await LeadsToAsync("/2021/05/12/panen-raya"));
        Assert.Equal($"{NewsDesk.Village}/berita/panen-raya", await LeadsToAsync("/2021/05/12/panen-raya/?utm_source=wa"));
        Assert.Equal($"{NewsDesk.Village}/berita/panen-raya", await LeadsToAsync("/?p=123"));
        Assert.Equal($"{NewsDesk.Village}/berita/panen-raya", await LeadsToAsync("/panen-kopi", HttpMethod.Head));
        Assert.Equal($"{NewsDesk.Village}/en/berita/panen-raya", await LeadsToAsync("/en/panen-kopi/"));
    }

    [Fact]
    public async Task What_nobody_knows_what_is_not_public_and_what_is_no_question_is_answered_as_before()
    {
        await WriteAsync("Masih konsep", "/konsep-lama", then: "");
        await WriteAsync("Di balik halaman", "/profil\n/tersembunyi");
        foreach (var address in new[] { "/konsep-lama", "/tidak-ada", "/tersembunyi/" + new string('a', 400) })
            await desk.Host.DemoPageAsync(address, HttpStatusCode.NotFound);
        await desk.Host.DemoPageAsync("/?p=999");
        await desk.Host.DemoPageAsync("/?utm_source=wa");
        await desk.Host.DemoPageAsync("/profil");
        await desk.Host.PageAsync("/jambesari/tersembunyi", HttpStatusCode.NotFound);
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"{NewsDesk.Village}/tersembunyi");
        using var answer = await desk.Host.Anonymous.SendAsync(request, Stop);
        Assert.Null(answer.Headers.Location);
    }

    [Fact]
    public async Task Nothing_is_led_on_where_the_module_is_off()
    {
        await WriteAsync("Sakelar", "/sakelar-lama");
        await SwitchAsync(HttpMethod.Delete);
        await desk.Host.DemoPageAsync("/sakelar-lama", HttpStatusCode.NotFound);
        await SwitchAsync(HttpMethod.Put);
        Assert.NotNull(await LeadsToAsync("/sakelar-lama"));
    }

    [Theory]
    [InlineData("bukan alamat")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/?cari=kopi")]
    public async Task What_is_no_address_is_told_beside_the_field(string typed)
    {
        var begun = await desk.Dewi.OpenAsync($"{NewsDesk.List}/artikel/baru");
        var page = begun.QuerySelector("form[data-editor]")!.GetAttribute("action")!;
        var answer = await NewsDesk.SaveAsync(desk.Dewi, page, 0, [("title", "Salah alamat"), ("old_addresses", typed)], HttpStatusCode.UnprocessableEntity, token: $"{NewsDesk.List}/artikel/baru");
        Assert.Contains("bukan alamat", answer.QuerySelector("#f-old_addresses-error")?.TextContent ?? answer.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal(typed, answer.QuerySelector("textarea[name=old_addresses]")!.TextContent);
    }

    Task<string> WriteAsync(string title, string addresses, string then = "publish") => NewsDesk.WriteAsync(desk.Dewi, title, then, ("old_addresses", addresses));

    async Task<string?> LeadsToAsync(string path, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, NewsDesk.Village + path);
        using var answer = await desk.Host.Anonymous.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        return answer.Headers.Location?.OriginalString;
    }

    async Task SwitchAsync(HttpMethod method)
    {
        using var answer = await desk.Host.Administrator.SendAsync(method, $"/api/villages/{TestHost.DemoCode}/modules/news");
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
    }
}
