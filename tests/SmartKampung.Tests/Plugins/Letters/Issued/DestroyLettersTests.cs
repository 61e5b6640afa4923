using System.Net;
using System.Text.Json.Nodes;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Plugins.Letters.Issued;

public sealed class DestroyLettersTests
{
    const string Page = $"{SigningHost.Village}/kelola/letters/pemusnahan";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Letter_is_destroyed_after_its_time_and_leaves_its_number_and_how_it_stands()
    {
        await using var host = await SigningHost.StartAsync(AskedLetters.Request(AskedLetters.Type()));
        await host.SignAllAsync(host.Head);
        using (var early = await StaffBrowser.SignInAsync(host.Host, Roles.Secretary)) Assert.Empty((await early.OpenAsync(Page)).QuerySelectorAll("main input[name=letters]"));
        Assert.Single(host.PrivateFiles);
        using var secretary = await AfterFiveYearsAsync(host);
        var id = (await secretary.OpenAsync(Page)).QuerySelector("main input[name=letters]")!.GetAttribute("value")!;

        await secretary.SubmitAsync(Page, Page, HttpStatusCode.SeeOther, ("letters", id));

        using var kept = await host.KeptAsync();
        Assert.Empty(kept.Requests);
        Assert.Empty(host.PrivateFiles);
        Assert.Equal("Siti Aminah", (string)Assert.Single(kept.Entries)["Party"]!);
        var letter = Assert.Single(kept.Letters);
        Assert.Null(letter["File"]);
        Assert.Equal("S*** A***", (string)letter["HolderName"]!);
        var check = await host.Host.Anonymous.GetStringAsync($"{SigningHost.Village}/surat/periksa/{letter["Code"]}", Stop);
        foreach (var told in new[] { "S*** A***", (string)letter["Number"]!, "dimusnahkan pada 24 November 2031" }) Assert.Contains(told, check, StringComparison.Ordinal);
        Assert.Contains("dimusnahkan pada", (await secretary.OpenAsync($"{SigningHost.Village}/kelola/letters/surat/{id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_of_the_destruction_tells_numbers_days_and_who_decided_and_names_nobody_else()
    {
        await using var host = await SigningHost.StartAsync(AskedLetters.Request(AskedLetters.Type()), AskedLetters.Request(AskedLetters.Type(), "Agus Salim"));
        await host.SignAllAsync(host.Head);
        using var secretary = await AfterFiveYearsAsync(host);
        var page = await secretary.OpenAsync(Page);
        var letters = page.QuerySelectorAll("main input[name=letters]").Select(box => box.GetAttribute("value")!).ToList();
        var proposal = await TextAsync(secretary, $"{Page}/usul.pdf");
        Assert.Equal(2, letters.Count);
        Assert.All(page.QuerySelectorAll("fieldset b").Take(2), number => Assert.Contains(number.TextContent, proposal, StringComparison.Ordinal));
        await secretary.SubmitAsync(Page, Page, HttpStatusCode.UnprocessableEntity, ("basis", "Persetujuan kepala desa 045/12/2031"));

        await secretary.SubmitAsync(Page, Page, HttpStatusCode.SeeOther, ("letters", letters[0]), ("basis", "Persetujuan kepala desa 045/12/2031"), ("witnesses", "Suparman\nWahyuni"));
        using (var again = await secretary.PostAsync(page, Page, ("letters", letters[0]))) Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);

        var after = await secretary.OpenAsync(Page);
        Assert.Equal(letters[1], Assert.Single(after.QuerySelectorAll("main input[name=letters]")).GetAttribute("value"));
        var record = await TextAsync(secretary, Assert.Single(after.QuerySelectorAll("main a[href$='berita-acara.pdf']")).GetAttribute("href")!);
        using var kept = await host.KeptAsync();
        var (gone, stays) = (NumberOf(kept, letters[0]), NumberOf(kept, letters[1]));
        foreach (var told in new[] { gone, "Dewi Lestari", "selaku Sekretaris", "045/12/2031", "Suparman", "Wahyuni", "24 November 2031", "23 Nov 2026" }) Assert.True(record.Contains(told, StringComparison.Ordinal), $"{told} is not in {record}");
        foreach (var untold in new[] { stays, "Siti Aminah", "Agus Salim" }) Assert.DoesNotContain(untold, record, StringComparison.Ordinal);
        Assert.Single(host.PrivateFiles);
    }

    static string NumberOf(KeptLetters kept, string id) => (string)kept.Letters.Single((JsonObject letter) => (string)letter["Id"]! == id)["Number"]!;

    static async Task<StaffBrowser> AfterFiveYearsAsync(SigningHost host)
    {
        host.Host.Clock.AdjustTime(host.Host.Clock.GetUtcNow().AddYears(5).AddDays(1));
        return await StaffBrowser.SignInAsync(host.Host, Roles.Secretary);
    }

    static async Task<string> TextAsync(StaffBrowser person, string path) => await PdfText.OfAsync(await person.Client.GetByteArrayAsync(new Uri(path, UriKind.Relative), Stop));
}
