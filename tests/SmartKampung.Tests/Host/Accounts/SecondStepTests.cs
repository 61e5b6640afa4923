using System.Net;

namespace SmartKampung.Tests.Host.Accounts;

public sealed class SecondStepTests(AccountsHost accounts) : IClassFixture<AccountsHost>
{
    const string Console = $"/{TestHost.DemoSlug}/kelola";
    const string Page = "/akun/langkah-kedua";

    readonly TestHost host = accounts.Host;
    readonly string login = accounts.NewLogin();

    [Fact]
    public async Task Staff_enter_the_console_once_their_app_has_proved_itself()
    {
        using var staff = await host.InviteAsync(login, Roles.Administrator);
        using var shut = await staff.GetAsync(Console);
        var way = shut.Headers.Location!.ToString();
        Assert.StartsWith(Page, way, StringComparison.Ordinal);
        var key = await staff.AppKeyAsync();
        Assert.Equal(key, await staff.AppKeyAsync());

        using var proved = await staff.SubmitAsync(way, ("code", host.CodeOf(key)));

        var page = await Visitor.ReadAsync(proved);
        Assert.Equal(10, page.QuerySelectorAll(".codes .code").Length);
        Assert.Equal(Console, page.QuerySelector("a.button")!.GetAttribute("href"));
        using var open = await staff.GetAsync(Console);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact]
    public async Task The_app_is_asked_for_at_each_sign_in_and_its_secret_is_never_shown_again()
    {
        var (staff, key) = await host.InviteWithAppAsync(login, Roles.Operator);
        staff.Dispose();
        using var again = new Visitor(host);
        using var signedIn = await again.SignInAsync(login);

        using var shut = await again.GetAsync(Console);
        var page = await again.ReadAsync(Page);

        Assert.StartsWith(Page, signedIn.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, shut.StatusCode);
        Assert.Null(page.QuerySelector("strong.code"));
        host.PassMinutes(2);
        using var code = await again.SubmitAsync(Page, ("code", host.CodeOf(key)));
        using var open = await again.GetAsync(Console);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact]
    public async Task A_code_is_worth_something_once()
    {
        using var staff = await host.InviteAsync(login, Roles.Operator);
        var code = host.CodeOf(await staff.AppKeyAsync());
        using var proved = await staff.SubmitAsync(Page, ("code", code));
        using var thief = new Visitor(host);
        using var signedIn = await thief.SignInAsync(login);

        using var used = await thief.SubmitAsync(Page, ("code", code));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, used.StatusCode);
        using var shut = await thief.GetAsync(Console);
        Assert.Equal(HttpStatusCode.Redirect, shut.StatusCode);
    }

    [Fact]
    public async Task A_recovery_code_stands_in_for_the_app_once()
    {
        using var staff = await host.InviteAsync(login, Roles.Operator);
        using var proved = await staff.SubmitAsync(Page, ("code", host.CodeOf(await staff.AppKeyAsync())));
        var codes = (await Visitor.ReadAsync(proved)).QuerySelectorAll(".codes .code").Select(code => code.TextContent).ToArray();

        Assert.Equal(HttpStatusCode.SeeOther, await ProveAsync(codes[3].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await ProveAsync(codes[3]));
        Assert.Equal(HttpStatusCode.SeeOther, await ProveAsync(codes[4]));
    }

    [Fact]
    public async Task Recovery_codes_of_before_end_when_there_are_new_ones()
    {
        using var staff = await host.InviteAsync(login, Roles.Operator);
        using var proved = await staff.SubmitAsync(Page, ("code", host.CodeOf(await staff.AppKeyAsync())));
        var old = (await Visitor.ReadAsync(proved)).QuerySelector(".codes .code")!.TextContent;

        var form = await staff.ReadAsync("/akun/aplikasi");
        using var renewed = await staff.SendAsync(HttpMethod.Post, "/akun/kode-cadangan", Visitor.Token(form));
        var fresh = (await Visitor.ReadAsync(renewed)).QuerySelector(".codes .code")!.TextContent;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await ProveAsync(old));
        Assert.Equal(HttpStatusCode.SeeOther, await ProveAsync(fresh));
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_as_wrong_passwords_do()
    {
        var (staff, key) = await host.InviteWithAppAsync(login, Roles.Operator);
        staff.Dispose();
        using var visitor = new Visitor(host);
        using var signedIn = await visitor.SignInAsync(login);
        host.PassMinutes(2);
        var page = await visitor.ReadAsync(Page);
        for (var guess = 0; guess < 10; guess++)
        {
            using var wrong = await visitor.SubmitAsync(page, Page, ("code", $"AAAAA-AAAA{guess}"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        using var locked = await visitor.SubmitAsync(page, Page, ("code", host.CodeOf(key)));
        host.PassMinutes(5);
        using var later = await visitor.SubmitAsync(page, Page, ("code", host.CodeOf(key)));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (locked.StatusCode, later.StatusCode));
    }

    [Fact]
    public async Task Whoever_knows_the_password_alone_changes_nothing_of_an_account_with_a_second_step()
    {
        var (owner, _) = await host.InviteWithAppAsync(login);
        owner.Dispose();
        using var thief = new Visitor(host);
        using var signedIn = await thief.SignInAsync(login);

        foreach (var path in new[] { "/akun/login", "/akun/sandi", "/akun/aplikasi", "/akun/kunci-sandi", "/akun/tutup", "/akun/data" })
        {
            using var page = await thief.GetAsync(path);
            Assert.StartsWith(Page, page.Headers.Location?.ToString() ?? path, StringComparison.Ordinal);
        }

        var token = Visitor.Token(await thief.ReadAsync(Page));
        using var sent = await thief.SendAsync(HttpMethod.Post, "/akun/sandi", [.. token, new("present", People.Password), new("password", "lain kali tiga kata")]);
        Assert.Equal(HttpStatusCode.Forbidden, sent.StatusCode);
    }

    async Task<HttpStatusCode> ProveAsync(string code)
    {
        using var visitor = new Visitor(host);
        using var signedIn = await visitor.SignInAsync(login);
        using var answer = await visitor.SubmitAsync(Page, ("code", code));
        return answer.StatusCode;
    }
}
