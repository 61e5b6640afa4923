using System.Net;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Plugins.Letters.Issued;

public sealed class DestroyLettersTests
{
    const string Page = $"{SigningHost.Village}/kelola/letters/pemusnahan";

    [Fact]
    public async Task Letter_is_destroyed_after_its_time_and_leaves_its_number_and_how_it_stands()
    {
        await using var host = await SigningHost.StartAsync(AskedLetters.Request(AskedLetters.Type()));
        await host.SignAllAsync(host.Head);
        using (var early = await StaffBrowser.SignInAsync(host.Host, Roles.Secretary)) Assert.Empty((await early.OpenAsync(Page)).QuerySelectorAll("main input[name=letters]"));
        host.Host.Clock.AdjustTime(host.Host.Clock.GetUtcNow().AddYears(5).AddDays(1));
        using var secretary = await StaffBrowser.SignInAsync(host.Host, Roles.Secretary);
        var id = (await secretary.OpenAsync(Page)).QuerySelector("main input[name=letters]")!.GetAttribute("value")!;

        await secretary.SubmitAsync(Page, Page, HttpStatusCode.SeeOther, ("letters", id));

        using var kept = await host.KeptAsync();
        Assert.Empty(kept.Requests);
        Assert.Equal("Siti Aminah", (string)Assert.Single(kept.Entries)["Party"]!);
        var letter = Assert.Single(kept.Letters);
        Assert.Null(letter["File"]);
        Assert.Equal("S*** A***", (string)letter["HolderName"]!);
        Assert.Contains("S*** A***", await host.Host.Anonymous.GetStringAsync($"{SigningHost.Village}/surat/periksa/{letter["Code"]}", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await secretary.OpenAsync($"{SigningHost.Village}/kelola/letters/surat/{id}");
    }
}
