using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Villages;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Audit;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Host.Accounts;

public sealed class ApiTokenTests(VillagesHost villages) : IClassFixture<VillagesHost>
{
    const string Write = "news.write";

    readonly VillageEntry village = villages.Next();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    TestHost Host => villages.Host;

    string Page => $"/akun/kunci/{village.Id}";

    [Fact]
    public async Task Program_works_with_the_rights_that_were_chosen_in_that_village_and_no_further()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        using var program = Program(await MakeAsync(staff, Write));

        Assert.Equal(HttpStatusCode.Created, await WriteAsync(program, village.Code));
        Assert.Equal(HttpStatusCode.Forbidden, await PutAsync(program, $"/api/villages/{village.Code}/modules/news"));
        Assert.Equal(HttpStatusCode.Forbidden, await WriteAsync(program, villages.Next().Code));
        Assert.Equal(HttpStatusCode.Forbidden, await PutAsync(program, "/api/regency/modules/news"));
        foreach (var page in new[] { "/akun", "/akun/kunci", $"/{village.Slug}/kelola" })
            Assert.False((await program.GetAsync(new Uri(page, UriKind.Relative), Stop)).IsSuccessStatusCode, page);
        Assert.Contains(await Host.Services.GetRequiredService<AuditLog>().OfVillageAsync(village.Id, new(), 0, 9, Stop), entry => entry.Account == staff.Account.Id && entry.Owners.Contains("news"));
    }

    [Fact]
    public async Task Token_is_worth_nothing_in_another_village_of_its_person()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        var other = villages.Next();
        var session = Host.Services.GetRequiredService<AccountDocuments>().OpenSession();
        session.Store(new RoleAssignment { AccountId = staff.Account.Id, Role = Roles.Administrator, Scope = VillagesHost.ScopeOf(other).ToString() });
        await session.SaveChangesAsync(Stop);
        using var program = Program(await MakeAsync(staff, Write));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Forbidden), (await WriteAsync(program, village.Code), await WriteAsync(program, other.Code)));
    }

    [Fact]
    public async Task Village_administrators_token_switches_and_sets_up_modules_of_the_village()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        using var program = Program(await MakeAsync(staff, HostPermissions.Modules.Name));

        Assert.Equal(HttpStatusCode.OK, await PutAsync(program, $"/api/villages/{village.Code}/modules/news"));
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(new Uri($"/api/villages/{village.Code}/settings/news", UriKind.Relative), Stop)).StatusCode);
    }

    [Fact]
    public async Task Token_that_is_over_taken_back_or_guessed_is_worth_nothing()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        var (over, gone) = (await MakeAsync(staff, Write, days: 1), await MakeAsync(staff, Write, days: 30));
        using var first = Program(over);
        using var second = Program(gone);
        using var guess = Program(gone[..^1] + (gone[^1] == 'A' ? 'B' : 'A'));
        Assert.Equal(HttpStatusCode.Unauthorized, await WriteAsync(guess, village.Code));

        await ExpireAsync(staff);
        Assert.Equal(HttpStatusCode.Unauthorized, await WriteAsync(first, village.Code));
        Assert.Equal(HttpStatusCode.Created, await WriteAsync(second, village.Code));
        await TakeBackAllAsync(staff);
        Assert.Equal(HttpStatusCode.Unauthorized, await WriteAsync(second, village.Code));
    }

    [Fact]
    public async Task Token_loses_what_its_person_loses()
    {
        using var staff = await villages.SignInAsync(Roles.Operator, village);
        using var program = Program(await MakeAsync(staff, Write));
        var session = Host.Services.GetRequiredService<AccountDocuments>().OpenSession();
        session.Delete((await session.Query<RoleAssignment>().Where(role => role.AccountId == staff.Account.Id).FirstOrDefaultAsync(Stop))!);
        await session.SaveChangesAsync(Stop);

        Assert.Equal(HttpStatusCode.Forbidden, await WriteAsync(program, village.Code));
    }

    [Fact]
    public async Task Nobody_gives_a_token_what_they_do_not_have()
    {
        using var staff = await villages.SignInAsync(Roles.Operator, village);

        await staff.SubmitAsync(Page, Page, HttpStatusCode.UnprocessableEntity, ("name", "Papan"), ("days", "30"), ("permission", HostPermissions.People.Name));
        await staff.SubmitAsync(Page, Page, HttpStatusCode.UnprocessableEntity, ("name", "Papan"), ("days", "30"));
        await staff.SubmitAsync(Page, Page, HttpStatusCode.UnprocessableEntity, ("name", "Papan"), ("days", "4000"), ("permission", Write));
        await staff.OpenAsync($"/akun/kunci/{villages.Next().Id}", HttpStatusCode.NotFound);
        Assert.Empty(await Host.Services.GetRequiredService<ApiTokens>().OfAsync(staff.Account.Id, Stop));
    }

    [Fact]
    public async Task Token_is_shown_once_its_use_is_seen_and_another_person_cannot_take_it_back()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        using var other = await villages.SignInAsync(Roles.Administrator, village);
        var token = await MakeAsync(staff, Write);
        using var program = Program(token);
        await WriteAsync(program, village.Code);

        var list = await staff.OpenAsync("/akun/kunci");
        Assert.DoesNotContain(token, list.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("terakhir dipakai", list.Body!.TextContent, StringComparison.Ordinal);
        var action = list.QuerySelector("form[action$=cabut]")!.GetAttribute("action")!;
        using var refused = await other.PostAsync(Page, action);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.DoesNotContain((await Host.Services.GetRequiredService<ApiTokens>().OfAsync(staff.Account.Id, Stop))[0].Hash, token, StringComparison.Ordinal);
    }

    async Task<string> MakeAsync(StaffBrowser staff, string permission, int days = 30)
    {
        var made = await staff.SubmitAsync(Page, Page, HttpStatusCode.OK, ("name", "Papan pengumuman"), ("days", $"{days}"), ("permission", permission));
        return made.QuerySelector("code.token")!.TextContent;
    }

    /// <summary>Lets the shortest of a person's tokens be over, and moves no clock that other tests go by.</summary>
    async Task ExpireAsync(StaffBrowser staff)
    {
        var session = Host.Services.GetRequiredService<AccountDocuments>().OpenSession();
        var tokens = await session.Query<ApiToken>().Where(token => token.AccountId == staff.Account.Id).ToListAsync(Stop);
        session.Store(tokens.MinBy(token => token.ExpiresAt)! with { ExpiresAt = Host.Clock.GetUtcNow() });
        await session.SaveChangesAsync(Stop);
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
        var client = StaffBrowser.Nobody(Host.Address);
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
