using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Settings;

namespace SmartKampung.Tests.Host.Accounts.Own;

public sealed class OwnPagesTests(AccountsHost accounts) : IClassFixture<AccountsHost>
{
    const string Present = "/akun/sandi";
    const string Other = "empat sapi tidur";

    readonly TestHost host = accounts.Host;
    readonly string login = accounts.NewLogin();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_name_is_changed_and_shown()
    {
        using var owner = await host.InviteAsync(login);

        using var answer = await owner.SubmitAsync("/akun/nama", ("name", "Ayu <b>Puspita</b>"), ("page_language", "any"));

        Assert.Equal("/akun", answer.Headers.Location?.OriginalString);
        Assert.Contains("Ayu <b>Puspita</b>", (await owner.ReadAsync("/akun")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_login_opens_the_account_and_the_old_one_does_not()
    {
        using var owner = await host.InviteAsync(login);
        using var elsewhere = new Visitor(host);
        using var other = await elsewhere.SignInAsync(login);
        var changed = accounts.NewLogin();

        using var answer = await owner.SubmitAsync("/akun/login", ("login", changed), ("present", People.Password));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.True(await owner.IsSignedInAsync());
        Assert.False(await elsewhere.IsSignedInAsync());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (await EnterAsync(login), await EnterAsync(changed)));
    }

    [Fact]
    public async Task A_login_of_somebody_else_is_refused_beside_the_field()
    {
        var taken = accounts.NewLogin();
        using var somebody = await host.InviteAsync(taken);
        using var owner = await host.InviteAsync(login);

        using var answer = await owner.SubmitAsync("/akun/login", ("login", taken), ("present", People.Password));

        Assert.NotNull((await Visitor.ReadAsync(answer)).QuerySelector("#f-login-error"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task A_new_password_ends_all_other_sessions_and_rotates_the_own_one()
    {
        using var owner = await host.InviteAsync(login);
        using var copied = new Visitor(host) { Cookies = new(owner.Cookies) };
        using var elsewhere = new Visitor(host);
        using var other = await elsewhere.SignInAsync(login);

        using var answer = await owner.SubmitAsync(Present, ("present", People.Password), ("password", Other));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.True(await owner.IsSignedInAsync());
        Assert.False(await copied.IsSignedInAsync());
        Assert.False(await elsewhere.IsSignedInAsync());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (await EnterAsync(login), await EnterAsync(login, Other)));
    }

    [Fact]
    public async Task Without_the_present_password_nothing_is_changed()
    {
        using var owner = await host.InviteAsync(login);
        foreach (var (path, field) in new[] { (Present, "password"), ("/akun/login", "login") })
        {
            using var wrong = await owner.SubmitAsync(path, ("present", "salah salah salah"), (field, field == "login" ? accounts.NewLogin() : Other));
            Assert.NotNull((await Visitor.ReadAsync(wrong)).QuerySelector("#f-present-error"));
        }

        using var close = await owner.SubmitAsync("/akun/tutup", ("present", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, close.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, await EnterAsync(login));
    }

    [Fact]
    public async Task A_young_second_step_stands_for_the_present_password_and_an_old_one_does_not()
    {
        var (owner, _) = await host.InviteWithAppAsync(login);
        using var disposing = owner;
        Assert.Null((await owner.ReadAsync("/akun/tutup")).QuerySelector("#f-present"));

        host.PassMinutes(10);

        Assert.NotNull((await owner.ReadAsync("/akun/tutup")).QuerySelector("#f-present"));
        using var refused = await owner.SubmitAsync("/akun/tutup", ("present", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Fact]
    public async Task Signing_in_again_ends_the_session_that_the_browser_had()
    {
        using var owner = await host.InviteAsync(login);
        using var copied = new Visitor(host) { Cookies = new(owner.Cookies) };
        var token = Visitor.Token(await owner.ReadAsync("/akun"));

        using var again = await owner.SendAsync(HttpMethod.Post, "/masuk", [.. token, new("login", login), new("password", People.Password)]);

        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.True(await owner.IsSignedInAsync());
        Assert.False(await copied.IsSignedInAsync());
    }

    [Fact]
    public async Task Devices_are_told_in_plain_words_and_end_one_by_one_or_all()
    {
        using var owner = await host.InviteAsync(login);
        using var phone = new Visitor(host) { Headers = { ["User-Agent"] = "Mozilla/5.0 (Linux; Android 14; Pixel) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36" } };
        using var desk = new Visitor(host) { Headers = { ["User-Agent"] = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0" } };
        foreach (var device in new[] { phone, desk })
        {
            using var entered = await device.SignInAsync(login);
        }

        var page = await owner.ReadAsync("/akun/perangkat");
        var names = page.QuerySelectorAll(".list h2").Select(name => name.TextContent).ToArray();
        Assert.Equal(3, names.Length);
        Assert.Contains("Samsung Internet, Android", names);
        Assert.Contains("Firefox, Windows", names);
        Assert.Contains(phone.Address, page.Body!.TextContent, StringComparison.Ordinal);

        var end = page.QuerySelectorAll(".list li").Single(item => item.TextContent.Contains("Samsung", StringComparison.Ordinal)).QuerySelector("form")!.GetAttribute("action")!;
        using var ended = await owner.PressAsync("/akun/perangkat", end);
        Assert.Equal((false, true), (await phone.IsSignedInAsync(), await desk.IsSignedInAsync()));

        using var all = await owner.PressAsync("/akun/perangkat", "/akun/perangkat/lain/keluar");
        Assert.Equal((false, true), (await desk.IsSignedInAsync(), await owner.IsSignedInAsync()));
    }

    [Fact]
    public async Task Nobody_ends_a_device_of_somebody_else()
    {
        using var owner = await host.InviteAsync(login);
        var device = Assert.Single((await FindAsync(login)).Devices).Id;
        using var stranger = await host.InviteAsync(accounts.NewLogin());
        var token = Visitor.Token(await stranger.ReadAsync("/akun"));

        using var answer = await stranger.SendAsync(HttpMethod.Post, $"/akun/perangkat/{device}/keluar", token);

        Assert.True(await owner.IsSignedInAsync());
    }

    [Fact]
    public async Task My_data_tells_all_of_me_and_nothing_that_opens_an_account()
    {
        var (owner, key) = await host.InviteWithAppAsync(login, Roles.Operator);
        using var disposing = owner;

        using var answer = await owner.GetAsync("/akun/data");

        Assert.StartsWith("attachment", answer.Content.Headers.ContentDisposition?.ToString() ?? "", StringComparison.Ordinal);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        var data = JsonDocument.Parse(text).RootElement;
        Assert.Equal((login, "Ayu Lestari", "operator"), (data.GetProperty("login").GetString(), data.GetProperty("name").GetString(), data.GetProperty("roles")[0].GetProperty("role").GetString()));
        Assert.Equal(10, data.GetProperty("recoveryCodesLeft").GetInt32());
        var account = (await FindAsync(login)).Account;
        foreach (var secret in new[] { key, account.Password!, account.AuthenticatorKey!, account.Stamp, account.RecoveryCodes[0] }) Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task My_roles_tell_where()
    {
        using var owner = await host.InviteAsync(login);
        Assert.Contains("Tamansari", (await owner.ReadAsync("/akun/peran")).QuerySelector(".list li")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_account_is_gone_with_its_roles_and_sessions()
    {
        using var owner = await host.InviteAsync(login);
        var account = (await FindAsync(login)).Account;

        using var closed = await owner.SubmitAsync("/akun/tutup", ("present", People.Password));

        Assert.Equal("/masuk", closed.Headers.Location?.OriginalString);
        Assert.False(await owner.IsSignedInAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await EnterAsync(login));
        var session = host.Services.GetRequiredService<AccountDocuments>().OpenSession();
        Assert.Null(await session.LoadAsync<Account>(account.Id, Stop));
        Assert.Empty(await session.Query<RoleAssignment>().Where(role => role.AccountId == account.Id).ToListAsync(Stop));
        Assert.Empty(await session.Query<Device>().Where(device => device.AccountId == account.Id).ToListAsync(Stop));
        using var again = await host.InviteAsync(login);
    }

    [Theory]
    [InlineData(Roles.Administrator, "village")]
    [InlineData(Roles.RegencyAdministrator, "regency")]
    public async Task The_last_administrator_of_a_place_does_not_go(string role, string place)
    {
        var scope = place == "regency" ? Scope.Regency.ToString() : Scope.Village(Guid.NewGuid()).ToString();
        using var last = await host.InviteAsync(login, role, scope);

        using var refused = await last.SubmitAsync("/akun/tutup", ("present", People.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("terakhir", (await Visitor.ReadAsync(refused)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);

        using var other = await host.InviteAsync(accounts.NewLogin(), role, scope);
        var answers = await Task.WhenAll(last.SubmitAsync("/akun/tutup", ("present", People.Password)), other.SubmitAsync("/akun/tutup", ("present", People.Password)));
        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity], answers.Select(answer => answer.StatusCode).Order());
    }

    [Fact]
    public async Task Staff_replace_their_app_but_do_not_go_without()
    {
        var (staff, old) = await host.InviteWithAppAsync(login, Roles.Operator);
        using var disposing = staff;
        var form = Visitor.Token(await staff.ReadAsync("/akun/aplikasi"));

        using var refused = await staff.SendAsync(HttpMethod.Post, "/akun/aplikasi/lepas", form);
        using var begun = await staff.SendAsync(HttpMethod.Post, "/akun/aplikasi", form);
        var page = await Visitor.ReadAsync(begun);
        var key = page.QuerySelector("strong.code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        using var set = await staff.SubmitAsync(page, "/akun/aplikasi/kode", ("code", host.CodeOf(key)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotEqual(old, key);
        Assert.Equal(10, (await Visitor.ReadAsync(set)).QuerySelectorAll(".codes .code").Length);
        host.PassMinutes(2);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (await ProveAsync(old), await ProveAsync(key)));
    }

    [Fact]
    public async Task Who_is_no_staff_may_take_the_app_away()
    {
        var (owner, _) = await host.InviteWithAppAsync(login);
        using var disposing = owner;

        using var answer = await owner.SendAsync(HttpMethod.Post, "/akun/aplikasi/lepas", Visitor.Token(await owner.ReadAsync("/akun/aplikasi")));

        Assert.Equal("/akun", answer.Headers.Location?.OriginalString);
        Assert.False((await FindAsync(login)).Account.HasSecondStep);
        using var visitor = new Visitor(host);
        using var signedIn = await visitor.SignInAsync(login);
        Assert.Equal("/", signedIn.Headers.Location?.OriginalString);
    }

    async Task<HttpStatusCode> EnterAsync(string typed, string password = People.Password)
    {
        using var visitor = new Visitor(host);
        using var answer = await visitor.SignInAsync(typed, password);
        return answer.StatusCode;
    }

    async Task<HttpStatusCode> ProveAsync(string key)
    {
        using var visitor = new Visitor(host);
        using var signedIn = await visitor.SignInAsync(login);
        using var answer = await visitor.SubmitAsync("/akun/langkah-kedua", ("code", host.CodeOf(key)));
        return answer.StatusCode;
    }

    async Task<PresentAccount> FindAsync(string typed)
    {
        var key = LoginNormalizer.Normalize(typed)!;
        var account = await host.Services.GetRequiredService<AccountDocuments>().OpenSession().Query<Account>().Where(account => account.LoginKey == key).FirstOrDefaultAsync(Stop);
        return (await host.Services.GetRequiredService<PresentAccounts>().FindAsync(account!.Id, Stop))!;
    }
}
