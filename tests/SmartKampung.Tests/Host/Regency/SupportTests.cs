using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Regency;
using SmartKampung.Host.Villages;
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

    [Fact]
    public async Task Regency_is_asked_why_it_comes_before_it_enters_a_villages_console_and_is_led_on_to_the_page()
    {
        using var support = await regency.AdministratorAsync();
        var village = regency.Villages.Villages.All[7];
        var (console, wanted) = ($"/{village.Slug}/kelola", $"/{village.Slug}/kelola/modul");
        using var asked = await support.Client.GetAsync(new Uri(wanted, UriKind.Relative), Stop);
        var question = asked.Headers.Location!.OriginalString;
        Assert.Equal($"/kelola/desa/{village.Code}/dukungan?kembali={Uri.EscapeDataString(wanted)}", question);
        using var sent = await support.PostAsync("/akun", $"{console}/modul/news/nyalakan");
        Assert.Equal(HttpStatusCode.Forbidden, sent.StatusCode);

        var action = (await support.OpenAsync(question)).QuerySelector("main form[method=post]")!.GetAttribute("action")!;
        using var entered = await support.PostAsync(question, action, ("reason", Reason));
        Assert.Equal((HttpStatusCode.SeeOther, wanted), (entered.StatusCode, entered.Headers.Location?.OriginalString));
        await support.OpenAsync(wanted);
        await support.OpenAsync($"{console}/orang", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Visit_leads_into_no_other_place()
    {
        using var support = await regency.AdministratorAsync();
        var village = regency.Villages.Villages.All[8];
        var path = $"/kelola/desa/{village.Code}/dukungan?kembali=";

        foreach (var elsewhere in new[] { "https://contoh.id/", "//contoh.id", "/akun", $"/{village.Slug}/kelola/\\contoh.id" })
        {
            using var entered = await support.PostAsync(path, path + Uri.EscapeDataString(elsewhere), ("reason", Reason));
            Assert.DoesNotContain("contoh.id", entered.Headers.Location!.OriginalString, StringComparison.Ordinal);
            Assert.DoesNotContain("akun", entered.Headers.Location.OriginalString, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Token_of_who_supports_is_worth_nothing_without_the_visit()
    {
        using var support = await regency.AdministratorAsync();
        var village = regency.Villages.Villages.All[9];
        var tokens = $"/akun/kunci/{village.Id}";
        Assert.Empty((await support.OpenAsync("/akun/kunci")).QuerySelectorAll("main a[href*='/akun/kunci/']"));
        await support.OpenAsync(tokens, HttpStatusCode.NotFound);

        await BeginAsync(support, Reason, village);
        var made = await support.SubmitAsync(tokens, tokens, HttpStatusCode.OK, ("name", "Papan"), ("days", "30"), ("permission", HostPermissions.Modules.Name));
        using var program = StaffBrowser.Nobody(regency.Host.Address);
        program.DefaultRequestHeaders.Authorization = new("Bearer", made.QuerySelector("code.token")!.TextContent);
        Assert.Equal(HttpStatusCode.OK, await ReadSettingsAsync(program, village.Code));
        regency.Host.Clock.AdjustTime(regency.Host.Clock.GetUtcNow() + TimeSpan.FromMinutes(61));
        Assert.Equal(HttpStatusCode.Forbidden, await ReadSettingsAsync(program, village.Code));
    }

    static async Task<HttpStatusCode> ReadSettingsAsync(HttpClient program, string code)
    {
        using var answer = await program.GetAsync(new Uri($"/api/villages/{code}/settings/news", UriKind.Relative), Stop);
        return answer.StatusCode;
    }

    static async Task BeginAsync(StaffBrowser support, string reason, VillageEntry? village = null)
    {
        var path = $"/kelola/desa/{village?.Code ?? TestHost.DemoCode}/dukungan";
        using var answer = await support.PostAsync(path, path, ("reason", reason));
        Assert.Equal((HttpStatusCode.SeeOther, $"/{village?.Slug ?? TestHost.DemoSlug}/kelola"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }
}
