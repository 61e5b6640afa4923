using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Regency;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Host.Regency;

public sealed class SupportTests(RegencyHost regency) : IClassFixture<RegencyHost>
{
    const string Reason = "Membantu menyalakan berita atas permintaan sekretaris.";
    const string Console = $"/{TestHost.DemoSlug}/kelola";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Support_is_announced_in_the_village_while_it_lasts_and_for_thirty_days_after_it()
    {
        using var support = await regency.AdministratorAsync("Rina <b>Wulandari</b>");
        using var village = await StaffBrowser.SignInAsync(regency.Host, Roles.Administrator);
        await BeginAsync(support, Reason);
        await BeginAsync(support, "Tombolnya ditekan dua kali saja.");

        var banner = (await village.OpenAsync($"{Console}/modul")).QuerySelector(".notice.info")!.TextContent;
        Assert.Contains("Rina <b>Wulandari</b>", banner, StringComparison.Ordinal);
        Assert.Contains(Reason, banner, StringComparison.Ordinal);
        Assert.Single((await village.OpenAsync(Console)).QuerySelectorAll("main .list li"), entry => entry.TextContent.Contains("Rina", StringComparison.Ordinal));

        await support.SubmitAsync(Console, $"{Console}/dukungan/akhiri", HttpStatusCode.SeeOther);
        var start = await village.OpenAsync(Console);
        Assert.Null(start.QuerySelector(".notice.info"));
        Assert.Contains(Reason, start.QuerySelector("main .list")!.TextContent, StringComparison.Ordinal);
        regency.Host.Clock.AdjustTime(regency.Host.Clock.GetUtcNow() + TimeSpan.FromDays(31));
        using var later = await StaffBrowser.SignInAsync(regency.Host, Roles.Administrator);
        Assert.DoesNotContain(Reason, (await later.OpenAsync(Console)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_supports_may_do_what_the_administrator_may_except_giving_roles_for_an_hour()
    {
        using var person = await StaffBrowser.SignInAsync(regency.Host, null);
        await person.OpenAsync(Console, HttpStatusCode.Forbidden);
        var village = StaffBrowser.ScopeOf(regency.Host).VillageId;
        var visits = regency.Host.Services.GetRequiredService<SupportVisits>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => visits.BeginAsync(village, person.Account, Reason, Stop)));

        await person.OpenAsync($"{Console}/modul");
        await person.OpenAsync($"{Console}/orang", HttpStatusCode.Forbidden);
        Assert.Single(await visits.LatelyAsync(village, Stop), visit => visit.AccountId == person.Account.Id);
        regency.Host.Clock.AdjustTime(regency.Host.Clock.GetUtcNow() + TimeSpan.FromMinutes(61));
        await person.OpenAsync($"{Console}/modul", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Reason_is_asked_for_and_kept_while_it_is_too_short()
    {
        using var support = await regency.AdministratorAsync();

        var page = await support.SubmitAsync($"/kelola/desa/{TestHost.DemoCode}/dukungan", $"/kelola/desa/{TestHost.DemoCode}/dukungan", HttpStatusCode.UnprocessableEntity, ("reason", "bantu"));
        Assert.Equal("bantu", page.QuerySelector("textarea")!.TextContent.Trim());
        Assert.NotEmpty(page.QuerySelector("#f-reason-error")!.TextContent);
    }

    static async Task BeginAsync(StaffBrowser support, string reason)
    {
        var path = $"/kelola/desa/{TestHost.DemoCode}/dukungan";
        using var answer = await support.PostAsync(path, path, ("reason", reason));
        Assert.Equal((HttpStatusCode.SeeOther, Console), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }
}
