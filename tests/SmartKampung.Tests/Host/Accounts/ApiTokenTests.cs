using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Audit;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Host.Accounts;

public sealed class ApiTokenTests : IAsyncLifetime
{
    const string Other = "35.10.24.2001";
    const string Write = "news.write";
    const string Publish = "news.publish";

    readonly TestHost host = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Program_works_with_the_rights_that_were_chosen_in_that_village_and_no_further()
    {
        using var staff = await StaffBrowser.SignInAsync(host, Roles.Administrator);
        using var program = Program(await MakeAsync(staff, Write));

        Assert.Equal(HttpStatusCode.Created, await WriteAsync(program, TestHost.DemoCode));
        Assert.Equal(HttpStatusCode.Forbidden, await PutAsync(program, $"/api/villages/{TestHost.DemoCode}/modules/news"));
        Assert.Equal(HttpStatusCode.OK, await PutAsync(host.Administrator, $"/api/villages/{Other}/modules/news"));
        Assert.Equal(HttpStatusCode.Forbidden, await WriteAsync(program, Other));
        Assert.Equal(HttpStatusCode.Forbidden, await PutAsync(program, "/api/regency/modules/news"));
        foreach (var page in new[] { "/akun", "/akun/kunci", $"/{TestHost.DemoSlug}/kelola" })
            Assert.False((await program.GetAsync(new Uri(page, UriKind.Relative), Stop)).IsSuccessStatusCode, page);
        Assert.Contains(await host.Services.GetRequiredService<AuditLog>().OfVillageAsync(StaffBrowser.ScopeOf(host).VillageId, new(), 0, 9, Stop), entry => entry.Account == staff.Account.Id && entry.Owners.Contains("news"));
    }

    [Fact]
    public async Task Village_administrators_token_switches_and_sets_up_modules_of_the_village()
    {
        using var staff = await StaffBrowser.SignInAsync(host, Roles.Administrator);
        using var program = Program(await MakeAsync(staff, HostPermissions.Modules.Name));

        Assert.Equal(HttpStatusCode.OK, await PutAsync(program, $"/api/villages/{TestHost.DemoCode}/modules/news"));
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(new Uri($"/api/villages/{TestHost.DemoCode}/settings/news", UriKind.Relative), Stop)).StatusCode);
    }

    [Fact]
    public async Task Token_that_is_over_taken_back_or_guessed_is_worth_nothing()
    {
        using var staff = await StaffBrowser.SignInAsync(host, Roles.Administrator);
        var (over, gone) = (await MakeAsync(staff, Write, days: 1), await MakeAsync(staff, Write, days: 30));
        using var first = Program(over);
        using var second = Program(gone);
        using var guess = Program(gone[..^1] + (gone[^1] == 'A' ? 'B' : 'A'));
        Assert.Equal(HttpStatusCode.Unauthorized, await WriteAsync(guess, TestHost.DemoCode));

        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddDays(2));
        Assert.Equal(HttpStatusCode.Unauthorized, await WriteAsync(first, TestHost.DemoCode));
        Assert.Equal(HttpStatusCode.Created, await WriteAsync(second, TestHost.DemoCode));
        await TakeBackAllAsync(staff);
        Assert.Equal(HttpStatusCode.Unauthorized, await WriteAsync(second, TestHost.DemoCode));
    }

    [Fact]
    public async Task Token_loses_what_its_person_loses()
    {
        using var staff = await StaffBrowser.SignInAsync(host, Roles.Operator);
        using var program = Program(await MakeAsync(staff, Write));
        var session = host.Services.GetRequiredService<AccountDocuments>().OpenSession();
        session.Delete((await session.Query<RoleAssignment>().Where(role => role.AccountId == staff.Account.Id).FirstOrDefaultAsync(Stop))!);
        await session.SaveChangesAsync(Stop);

        Assert.Equal(HttpStatusCode.Forbidden, await WriteAsync(program, TestHost.DemoCode));
    }

    [Fact]
    public async Task Nobody_gives_a_token_what_they_do_not_have()
    {
        using var staff = await StaffBrowser.SignInAsync(host, Roles.Operator);
        var page = $"/akun/kunci/{StaffBrowser.ScopeOf(host).VillageId}";

        await staff.SubmitAsync(page, page, HttpStatusCode.UnprocessableEntity, ("name", "Papan"), ("days", "30"), ("permission", HostPermissions.People.Name));
        await staff.SubmitAsync(page, page, HttpStatusCode.UnprocessableEntity, ("name", "Papan"), ("days", "30"));
        await staff.SubmitAsync(page, page, HttpStatusCode.UnprocessableEntity, ("name", "Papan"), ("days", "4000"), ("permission", Write));
        await staff.OpenAsync($"/akun/kunci/{StaffBrowser.ScopeOf(host, Other).VillageId}", HttpStatusCode.NotFound);
        Assert.Empty(await host.Services.GetRequiredService<ApiTokens>().OfAsync(staff.Account.Id, Stop));
    }

    [Fact]
    public async Task Token_is_shown_once_its_use_is_seen_and_another_person_cannot_take_it_back()
    {
        using var staff = await StaffBrowser.SignInAsync(host, Roles.Administrator);
        using var other = await StaffBrowser.SignInAsync(host, Roles.Administrator);
        var token = await MakeAsync(staff, Write);
        using var program = Program(token);
        await WriteAsync(program, TestHost.DemoCode);

        var list = await staff.OpenAsync("/akun/kunci");
        Assert.DoesNotContain(token, list.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("terakhir dipakai", list.Body!.TextContent, StringComparison.Ordinal);
        var action = list.QuerySelector("form[action$=cabut]")!.GetAttribute("action")!;
        using var refused = await other.PostAsync($"/akun/kunci/{StaffBrowser.ScopeOf(host).VillageId}", action);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.DoesNotContain((await host.Services.GetRequiredService<ApiTokens>().OfAsync(staff.Account.Id, Stop))[0].Hash, token, StringComparison.Ordinal);
    }

    async Task<string> MakeAsync(StaffBrowser staff, string permission, int days = 30)
    {
        var page = $"/akun/kunci/{StaffBrowser.ScopeOf(host).VillageId}";
        var made = await staff.SubmitAsync(page, page, HttpStatusCode.OK, ("name", "Papan pengumuman"), ("days", $"{days}"), ("permission", permission));
        return made.QuerySelector("code.token")!.TextContent;
    }

    static async Task TakeBackAllAsync(StaffBrowser staff)
    {
        foreach (var form in (await staff.OpenAsync("/akun/kunci")).QuerySelectorAll("form[action$=cabut]"))
        {
            using var answer = await staff.PostAsync("/akun/kunci", form.GetAttribute("action")!);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        }
    }

    HttpClient Program(string token)
    {
        var client = StaffBrowser.Nobody(host.Address);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    static async Task<HttpStatusCode> WriteAsync(HttpClient program, string code)
    {
        using var answer = await program.PostAsJsonAsync(new Uri($"/api/villages/{code}/news/articles", UriKind.Relative), new { title = "Kabar", body = "<p>Isi.</p>" }, Stop);
        return answer.StatusCode;
    }

    static async Task<HttpStatusCode> PutAsync(HttpClient program, string path)
    {
        using var answer = await program.PutAsync(new Uri(path, UriKind.Relative), null, Stop);
        return answer.StatusCode;
    }
}
