using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Settings;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Host.Accounts.Lost;

public sealed partial class RenewPasswordTests(AccountsHost accounts) : IClassFixture<AccountsHost>
{
    const string Page = $"/{TestHost.DemoSlug}/kelola/orang";
    const string Fresh = "lima bebek lewat";

    readonly TestHost host = accounts.Host;
    readonly string login = accounts.NewLogin();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_mail_server_the_way_leads_to_the_office()
    {
        using var visitor = new Visitor(host);
        var page = await visitor.ReadAsync("/lupa");
        Assert.Null(page.QuerySelector("#f-login"));
        Assert.Contains("kantor desa", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_for_a_new_password_keeps_the_second_step_and_ends_all_sessions()
    {
        var (owner, key) = await host.InviteWithAppAsync(login, Roles.Operator);
        using var disposing = owner;
        using var staff = await StaffBrowser.SignInAsync(host, Roles.Administrator);
        var code = await MakeAsync(staff);

        using var visitor = new Visitor(host);
        using var renewed = await visitor.SubmitAsync($"/slip?kode={code}", ("password", Fresh));
        using var again = await visitor.GetAsync($"/slip?kode={code}");

        Assert.StartsWith("/akun/langkah-kedua", renewed.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.False(await owner.IsSignedInAsync());
        host.PassMinutes(2);
        using var proved = await visitor.SubmitAsync("/akun/langkah-kedua", ("code", host.CodeOf(key)));
        Assert.Equal(HttpStatusCode.SeeOther, proved.StatusCode);
    }

    [Theory]
    [InlineData(Roles.RegencyAdministrator, "regency")]
    [InlineData(Roles.Resident, "village")]
    public async Task Nobody_gets_into_an_account_that_may_more_than_they(string role, string place)
    {
        using var owner = await host.InviteAsync(login);
        await GiveAsync(role, place == "regency" ? Scope.Regency : Scope.Village(Guid.NewGuid()));
        using var staff = await StaffBrowser.SignInAsync(host, Roles.Administrator);

        var page = await staff.SubmitAsync(Page, $"{Page}/{await RoleHereAsync()}/slip", HttpStatusCode.UnprocessableEntity);

        Assert.Contains("di tempat lain", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotMatch(Code(), page.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task A_slip_is_worth_nothing_once_its_person_got_another_role()
    {
        using var owner = await host.InviteAsync(login);
        using var staff = await StaffBrowser.SignInAsync(host, Roles.Administrator);
        var code = await MakeAsync(staff);
        host.PassMinutes(1);
        await GiveAsync(Roles.RegencyAdministrator, Scope.Regency);

        using var visitor = new Visitor(host);
        using var refused = await visitor.GetAsync($"/slip?kode={code}");
        using var sent = await visitor.SendAsync(HttpMethod.Post, $"/slip/sandi?kode={code}", [.. Visitor.Token(await visitor.ReadAsync("/masuk")), new("password", Fresh)]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (refused.StatusCode, sent.StatusCode));
        Assert.True(await owner.IsSignedInAsync());
    }

    [Fact]
    public async Task A_slip_is_worth_nothing_once_its_person_changed_the_password()
    {
        using var owner = await host.InviteAsync(login);
        using var staff = await StaffBrowser.SignInAsync(host, Roles.Administrator);
        var code = await MakeAsync(staff);
        using var changed = await owner.SubmitAsync("/akun/sandi", ("present", People.Password), ("password", Fresh));

        using var visitor = new Visitor(host);
        using var refused = await visitor.GetAsync($"/slip?kode={code}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Fact]
    public async Task Nobody_makes_one_for_themselves_or_for_who_is_not_of_the_village()
    {
        using var staff = await StaffBrowser.SignInAsync(host, Roles.Administrator);
        using var answer = await staff.PostAsync(Page, $"{Page}/{Guid.NewGuid()}/slip");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var own = await RoleOfAsync(staff.Account.Id);
        await staff.SubmitAsync(Page, $"{Page}/{own}/slip", HttpStatusCode.UnprocessableEntity);
    }

    async Task<string> MakeAsync(StaffBrowser staff) =>
        Code().Match((await staff.SubmitAsync(Page, $"{Page}/{await RoleHereAsync()}/slip", HttpStatusCode.OK)).QuerySelector(".address .code")!.TextContent).Value;

    async Task<Guid> RoleHereAsync() => await RoleOfAsync((await AccountAsync()).Id);

    async Task<Guid> RoleOfAsync(Guid account)
    {
        var here = host.DemoScope();
        return (await Session().Query<RoleAssignment>().Where(role => role.AccountId == account && role.Scope == here).FirstOrDefaultAsync(Stop))!.Id;
    }

    async Task GiveAsync(string role, Scope scope)
    {
        var session = Session();
        session.Store(new RoleAssignment { AccountId = (await AccountAsync()).Id, Role = role, Scope = scope.ToString(), GivenAt = host.Clock.GetUtcNow() });
        await session.SaveChangesAsync(Stop);
    }

    async Task<Account> AccountAsync()
    {
        var key = LoginNormalizer.Normalize(login)!;
        return (await Session().Query<Account>().Where(account => account.LoginKey == key).FirstOrDefaultAsync(Stop))!;
    }

    IDocumentSession Session() => host.Services.GetRequiredService<AccountDocuments>().OpenSession();

    [GeneratedRegex("[0-9A-Z]{4}-[0-9A-Z]{4}")]
    private static partial Regex Code();
}
