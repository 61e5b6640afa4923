using System.Net;
using AngleSharp.Html.Parser;

namespace SmartKampung.Tests.Sdk;

/// <summary>The example of the SDK, as a module developer would meet it: its folder dropped in, its pages used in a browser.</summary>
public sealed class GuestbookTests(ExamplesHost examples) : IClassFixture<ExamplesHost>, IDisposable
{
    const string Page = "/tamansari-licin/bukutamu";
    const string Switch = "/api/villages/35.10.24.2008/modules/guestbook";

    readonly TestHost host = examples.Host;
    readonly HttpClient browser = examples.Host.Browser();

    public void Dispose() => browser.Dispose();

    [Fact]
    public async Task A_folder_that_was_dropped_in_is_there_for_villages_that_switch_it_on()
    {
        using (await host.Administrator.DeleteAsync(Switch)) { }
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Page));

        await SwitchOnAsync();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Page));
        Assert.Contains("Buku tamu", await browser.GetStringAsync("/tamansari-licin"), StringComparison.Ordinal);
        Assert.Contains("Guest book", await browser.GetStringAsync("/tamansari-licin/en/bukutamu"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/sarongan/bukutamu"));

        await host.Administrator.DeleteAsync(Switch);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Page));
    }

    [Fact]
    public async Task What_was_written_is_shown_as_text_with_thanks_said_once_and_is_still_there_after_switching_off_and_on()
    {
        await SwitchOnAsync();

        var written = await WriteAsync("<script>alert(1)</script>", "Salam & terima kasih");
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", written, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", written, StringComparison.Ordinal);
        Assert.Contains("Terima kasih atas salamnya.", written, StringComparison.Ordinal);
        Assert.DoesNotContain("Terima kasih atas salamnya.", await browser.GetStringAsync(Page), StringComparison.Ordinal);

        await host.Administrator.DeleteAsync(Switch);
        await SwitchOnAsync();
        Assert.Contains("Salam &amp; terima kasih", await browser.GetStringAsync(Page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("multipart/form-data", "x")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\n")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "name=a")]
    [InlineData("application/json", "{}")]
    public async Task A_form_that_can_not_be_read_is_a_bad_request(string type, string body)
    {
        await SwitchOnAsync();
        using var content = new ByteArrayContent(System.Text.Encoding.ASCII.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await browser.PostAsync(new Uri(Page, UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_that_is_wrong_comes_back_with_what_was_typed_and_a_message_at_its_field()
    {
        await SwitchOnAsync();

        using var answer = await PostAsync(new() { ["name"] = "", ["message"] = "Belum selesai" });
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("Belum selesai", page.QuerySelector("textarea[name=message]")!.TextContent.Trim());
        var name = page.QuerySelector("input[name=name]")!;
        Assert.Equal("true", name.GetAttribute("aria-invalid"));
        Assert.NotEqual("", page.GetElementById(name.GetAttribute("aria-describedby")!.Split(' ')[0])!.TextContent.Trim());
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        await SwitchOnAsync();

        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["name"] = "Orang", ["message"] = "Tipuan" });
        using var answer = await browser.PostAsync(Page, form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("Tipuan", await browser.GetStringAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_may_moderate_sees_the_button_and_can_remove_an_entry()
    {
        await SwitchOnAsync();
        var seen = await WriteAsync("Orang", "Akan dihapus");
        Assert.DoesNotContain("/hapus", seen, StringComparison.Ordinal);

        var page = new HtmlParser().ParseDocument(await host.Administrator.GetStringAsync(Page));
        var remove = page.QuerySelectorAll("li").First(entry => entry.TextContent.Contains("Akan dihapus", StringComparison.Ordinal)).QuerySelector("form[action$='/hapus']")!.GetAttribute("action")!;
        using var refused = await host.Anonymous.PostAsync(remove, null);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);

        using var removed = await host.Administrator.PostAsync(remove, null);
        Assert.Equal(HttpStatusCode.SeeOther, removed.StatusCode);
        Assert.DoesNotContain("Akan dihapus", await browser.GetStringAsync(Page), StringComparison.Ordinal);
    }

    async Task SwitchOnAsync() => (await host.Administrator.PutAsync(Switch, null)).EnsureSuccessStatusCode();

    async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var answer = await host.Anonymous.GetAsync(address);
        return answer.StatusCode;
    }

    async Task<string> WriteAsync(string name, string message)
    {
        using var answer = await PostAsync(new() { ["name"] = name, ["message"] = message });
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    async Task<HttpResponseMessage> PostAsync(Dictionary<string, string> fields)
    {
        var page = new HtmlParser().ParseDocument(await browser.GetStringAsync(Page));
        foreach (var hidden in page.QuerySelectorAll("form[method=post] input[type=hidden]"))
            fields[hidden.GetAttribute("name")!] = hidden.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent(fields);
        return await browser.PostAsync(Page, form);
    }
}
