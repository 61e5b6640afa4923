using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Accounts;

namespace SmartKampung.Tests.Host.Accounts.Passkeys;

public sealed class PasskeyTests(AccountsHost accounts) : IClassFixture<AccountsHost>
{
    const string Console = $"/{TestHost.DemoSlug}/kelola";
    const string Own = "/akun/kunci-sandi";

    readonly TestHost host = accounts.Host;
    readonly string login = accounts.NewLogin();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    string Origin => host.Address.GetLeftPart(UriPartial.Authority);

    [Fact]
    public async Task A_passkey_stands_for_password_and_second_step()
    {
        using var staff = await host.InviteAsync(login, Roles.Operator);
        using var passkey = new SoftPasskey { Origin = Origin };
        Assert.Equal(HttpStatusCode.SeeOther, await AddAsync(staff, passkey));
        await staff.ReadAsync(Console);

        using var visitor = new Visitor(host);
        using var entered = await EnterAsync(visitor, passkey, path: $"?kembali={Console}");

        Assert.Equal(Console, entered.Headers.Location?.OriginalString);
        await visitor.ReadAsync(Console);
        Assert.Contains("Ponsel", (await visitor.ReadAsync(Own)).QuerySelector(".list h2")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_alone_no_longer_does_once_there_is_a_passkey()
    {
        using var staff = await host.InviteAsync(login, Roles.Operator);
        using var passkey = new SoftPasskey { Origin = Origin };
        await AddAsync(staff, passkey);
        using var thief = new Visitor(host);
        using var signedIn = await thief.SignInAsync(login);

        var page = await thief.ReadAsync("/akun/langkah-kedua");

        Assert.Null(page.QuerySelector("strong.code"));
        Assert.Null(page.QuerySelector("#f-code"));
        using var shut = await thief.GetAsync(Console);
        Assert.Equal(HttpStatusCode.Redirect, shut.StatusCode);
        using var entered = await EnterAsync(thief, passkey, page: "/akun/langkah-kedua");
        await thief.ReadAsync(Console);
    }

    [Fact]
    public async Task An_answer_is_worth_something_once()
    {
        using var owner = await host.InviteAsync(login);
        using var passkey = new SoftPasskey { Origin = Origin };
        await AddAsync(owner, passkey);
        using var visitor = new Visitor(host);
        var (challenge, options, token) = await AskAsync(visitor, "/masuk", "/masuk/kunci-sandi/pilihan");
        var answer = passkey.Get(options);

        using var first = await visitor.SendAsync(HttpMethod.Post, "/masuk/kunci-sandi", [token, new("challenge", challenge), new("credential", answer)]);
        using var replayer = new Visitor(host);
        var other = await AskAsync(replayer, "/masuk", "/masuk/kunci-sandi/pilihan");
        using var replayed = await replayer.SendAsync(HttpMethod.Post, "/masuk/kunci-sandi", [other.Token, new("challenge", challenge), new("credential", answer)]);
        using var swapped = await replayer.SendAsync(HttpMethod.Post, "/masuk/kunci-sandi", [other.Token, new("challenge", other.Challenge), new("credential", answer)]);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (first.StatusCode, replayed.StatusCode, swapped.StatusCode));
        Assert.False(await replayer.IsSignedInAsync());
    }

    [Fact]
    public async Task An_answer_comes_within_five_minutes()
    {
        using var owner = await host.InviteAsync(login);
        using var passkey = new SoftPasskey { Origin = Origin };
        await AddAsync(owner, passkey);
        using var visitor = new Visitor(host);
        var (challenge, options, token) = await AskAsync(visitor, "/masuk", "/masuk/kunci-sandi/pilihan");
        host.PassMinutes(5);

        using var late = await visitor.SendAsync(HttpMethod.Post, "/masuk/kunci-sandi", [token, new("challenge", challenge), new("credential", passkey.Get(options))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
    }

    [Theory]
    [InlineData("origin")]
    [InlineData("port")]
    [InlineData("domain")]
    [InlineData("unverified")]
    [InlineData("copied")]
    [InlineData("forged")]
    [InlineData("foreign")]
    public async Task What_is_wrong_with_an_answer_keeps_out(string wrong)
    {
        using var victim = await host.InviteAsync(accounts.NewLogin());
        using var owner = await host.InviteAsync(login);
        using var passkey = new SoftPasskey { Origin = Origin };
        await AddAsync(owner, passkey);
        using var fine = new Visitor(host);
        using var before = await EnterAsync(fine, passkey);
        Assert.Equal(HttpStatusCode.SeeOther, before.StatusCode);
        using var forged = new SoftPasskey { Origin = Origin, Id = passkey.Id, UserHandle = passkey.UserHandle, Count = 50 };
        await SpoilAsync(passkey, wrong);

        using var visitor = new Visitor(host);
        using var answer = await EnterAsync(visitor, wrong == "forged" ? forged : passkey);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.False(await visitor.IsSignedInAsync());
    }

    [Fact]
    public async Task Nobody_adds_a_passkey_by_a_challenge_of_somebody_else_or_one_that_is_taken()
    {
        using var owner = await host.InviteAsync(login);
        using var other = await host.InviteAsync(accounts.NewLogin());
        using var passkey = new SoftPasskey { Origin = Origin };
        var (challenge, options, _) = await AskAsync(other, Own, Own + "/pilihan");
        var token = Visitor.Token(await owner.ReadAsync(Own))[0];
        using var foreign = await owner.SendAsync(HttpMethod.Post, Own, [token, new("name", "Ponsel"), new("present", People.Password), new("challenge", challenge), new("credential", passkey.Create(options))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, await AddAsync(other, passkey));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await AddAsync(owner, passkey));
    }

    [Fact]
    public async Task Without_the_password_no_passkey_is_added()
    {
        using var owner = await host.InviteAsync(login);
        using var passkey = new SoftPasskey { Origin = Origin };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await AddAsync(owner, passkey, "salah salah salah"));
    }

    [Fact]
    public async Task A_passkey_is_renamed_and_removed_but_staff_keep_a_second_step()
    {
        using var staff = await host.InviteAsync(login, Roles.Operator);
        using var first = new SoftPasskey { Origin = Origin };
        using var second = new SoftPasskey { Origin = Origin };
        await AddAsync(staff, first);
        await AddAsync(staff, second);
        var pages = (await staff.ReadAsync(Own)).QuerySelectorAll(".list a").Select(link => link.GetAttribute("href")!).ToArray();

        using var renamed = await staff.SubmitAsync(pages[0], ("name", "Laptop kantor"));
        Assert.Contains("Laptop kantor", (await staff.ReadAsync(Own)).QuerySelector(".list")!.TextContent, StringComparison.Ordinal);
        using var removed = await staff.PressAsync(pages[0], pages[0] + "/hapus");
        using var kept = await staff.PressAsync(pages[1], pages[1] + "/hapus");

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (removed.StatusCode, kept.StatusCode));
        using var visitor = new Visitor(host);
        using var gone = await EnterAsync(visitor, first);
        using var there = await EnterAsync(visitor, second);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (gone.StatusCode, there.StatusCode));
    }

    [Fact]
    public async Task A_passkey_of_somebody_else_is_not_there()
    {
        using var owner = await host.InviteAsync(login);
        using var passkey = new SoftPasskey { Origin = Origin };
        await AddAsync(owner, passkey);
        var page = (await owner.ReadAsync(Own)).QuerySelector(".list a")!.GetAttribute("href")!;
        using var stranger = await host.InviteAsync(accounts.NewLogin());

        using var answer = await stranger.GetAsync(page);
        using var removed = await stranger.SendAsync(HttpMethod.Post, page + "/hapus", [.. Visitor.Token(await stranger.ReadAsync("/akun")), new("present", People.Password)]);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (answer.StatusCode, removed.StatusCode));
    }

    async Task SpoilAsync(SoftPasskey passkey, string wrong)
    {
        switch (wrong)
        {
            case "origin": passkey.Origin = "https://evil.example"; break;
            case "port": passkey.Origin = $"http://127.0.0.1:{host.Address.Port + 1}"; break;
            case "domain": passkey.Domain = "evil.example"; break;
            case "unverified": passkey.Verifies = false; break;
            case "copied": passkey.Count = 0; break;
            case "foreign": passkey.UserHandle = Base64Url.EncodeToString(Encoding.UTF8.GetBytes((await OtherAsync()).ToString())); break;
        }
    }

    async Task<Guid> OtherAsync()
    {
        var key = LoginNormalizer.Normalize(login)!;
        return (await host.Services.GetRequiredService<AccountDocuments>().OpenSession().Query<Account>().Where(account => account.LoginKey != key).FirstOrDefaultAsync(Stop))!.Id;
    }

    static async Task<HttpStatusCode> AddAsync(Visitor owner, SoftPasskey passkey, string password = People.Password)
    {
        var (challenge, options, token) = await AskAsync(owner, Own, Own + "/pilihan");
        using var answer = await owner.SendAsync(HttpMethod.Post, Own, [token, new("name", "Ponsel"), new("present", password), new("challenge", challenge), new("credential", passkey.Create(options))]);
        return answer.StatusCode;
    }

    static async Task<HttpResponseMessage> EnterAsync(Visitor visitor, SoftPasskey passkey, string path = "", string page = "/masuk")
    {
        var (challenge, options, token) = await AskAsync(visitor, page, "/masuk/kunci-sandi/pilihan");
        return await visitor.SendAsync(HttpMethod.Post, "/masuk/kunci-sandi" + path, [token, new("challenge", challenge), new("credential", passkey.Get(options))]);
    }

    static async Task<(string Challenge, JsonElement Options, KeyValuePair<string, string> Token)> AskAsync(Visitor visitor, string page, string path)
    {
        var token = Visitor.Token(await visitor.ReadAsync(page))[0];
        using var answer = await visitor.SendAsync(HttpMethod.Post, path, [token]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var asked = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement;
        return (asked.GetProperty("challenge").GetString()!, asked.GetProperty("options"), token);
    }
}
