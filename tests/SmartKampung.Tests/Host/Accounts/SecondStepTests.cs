using System.Net;
using OtpNet;

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
        var key = await KeyAsync(staff);
        Assert.Equal(key, await KeyAsync(staff));

        using var proved = await staff.SubmitAsync(way, ("code", CodeOf(key)));

        Assert.Equal(Console, proved.Headers.Location!.ToString());
        using var open = await staff.GetAsync(Console);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact]
    public async Task The_app_is_asked_for_at_each_sign_in_and_its_secret_is_never_shown_again()
    {
        using var staff = await host.InviteAsync(login, Roles.Operator);
        var key = await KeyAsync(staff);
        using var proved = await staff.SubmitAsync(Page, ("code", CodeOf(key)));
        using var again = new Visitor(host);
        using var signedIn = await again.SignInAsync(login);

        using var shut = await again.GetAsync(Console);
        var page = await again.ReadAsync(Page);

        Assert.Equal(HttpStatusCode.Redirect, shut.StatusCode);
        Assert.Null(page.QuerySelector("strong.code"));
        host.Clock.AdjustTime(host.Clock.GetUtcNow() + TimeSpan.FromMinutes(2));
        using var code = await again.SubmitAsync(Page, ("code", CodeOf(key)));
        using var open = await again.GetAsync(Console);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact]
    public async Task A_code_is_worth_something_once()
    {
        using var staff = await host.InviteAsync(login, Roles.Operator);
        var key = await KeyAsync(staff);
        var code = CodeOf(key);
        using var proved = await staff.SubmitAsync(Page, ("code", code));
        using var thief = new Visitor(host);
        using var signedIn = await thief.SignInAsync(login);

        using var used = await thief.SubmitAsync(Page, ("code", code));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, used.StatusCode);
        using var shut = await thief.GetAsync(Console);
        Assert.Equal(HttpStatusCode.Redirect, shut.StatusCode);
    }

    static async Task<string> KeyAsync(Visitor staff) => (await staff.ReadAsync(Page)).QuerySelector("strong.code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);

    string CodeOf(string key) => new Totp(Base32Encoding.ToBytes(key)).ComputeTotp(host.Clock.GetUtcNow().UtcDateTime);
}
