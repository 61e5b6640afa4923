using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Audit;

namespace SmartKampung.Tests.Host.Accounts;

/// <summary>Guesses by the dozen, or by the ten thousand as SMARTKAMPUNG_TEST_GUESSES tells, and what stops them.</summary>
[LongCounts]
public sealed class GuessingTests(AccountsHost accounts) : IClassFixture<AccountsHost>
{
    const string Wrong = "salah salah salah";
    const string Step = "/akun/langkah-kedua";
    const int AtOnce = 32;

    static readonly int Count = Environment.GetEnvironmentVariable("SMARTKAMPUNG_TEST_GUESSES") is { } many ? int.Parse(many, CultureInfo.InvariantCulture) : 30;

    readonly TestHost host = accounts.Host;
    readonly string login = accounts.NewLogin();

    [Theory]
    [InlineData("password", 20)]
    [InlineData("slip", 20)]
    [InlineData("app", 20)]
    [InlineData("recovery", 20)]
    [InlineData("passkey", 20)]
    [InlineData("reset", 20)]
    [InlineData("key", 10)]
    public async Task One_address_has_few_guesses_a_minute(string kind, int looked)
    {
        var guess = await GuesserAsync(kind);
        var address = Visitor.NewAddress();
        var answers = await GuessAsync(turn => guess(address, turn));

        LongCountsAttribute.Tell($"{Count} guesses of a {kind} from one address: {answers.Count(answer => answer != HttpStatusCode.TooManyRequests)} looked at");
        Assert.InRange(answers.Count(answer => answer != HttpStatusCode.TooManyRequests), 1, looked);
        Assert.DoesNotContain(answers, answer => answer is HttpStatusCode.SeeOther or HttpStatusCode.OK or HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("password")]
    [InlineData("app")]
    [InlineData("recovery")]
    public async Task Many_addresses_lock_an_account_for_five_minutes_and_no_longer(string kind)
    {
        var guess = await GuesserAsync(kind);
        // Whoever is signed in, be it by the password alone, also sends no more forms than people do.
        Assert.All(await GuessAsync(turn => guess(Visitor.NewAddress(), turn)), answer => Assert.True(answer is HttpStatusCode.UnprocessableEntity or HttpStatusCode.TooManyRequests));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await RightAsync());
        LongCountsAttribute.Tell($"{Count} guesses of a {kind} from as many addresses: none was right, and the account is locked");

        host.PassMinutes(5);

        Assert.Equal(HttpStatusCode.SeeOther, await RightAsync());
    }

    [Fact]
    public async Task Guesses_write_nothing_whether_the_login_is_somebodys_or_nobodys()
    {
        using var owner = await host.InviteAsync(login);
        using var visitor = new Visitor(host);
        var token = Visitor.Token(await visitor.ReadAsync("/masuk"));
        var before = await AccountAsync();
        foreach (var tried in new[] { login, accounts.NewLogin() })
            for (var turn = 0; turn < 12; turn++)
                Assert.Equal(HttpStatusCode.UnprocessableEntity, await PostAsync(Visitor.NewAddress(), visitor.Cookies, "/masuk", [.. token, new("login", tried), new("password", Wrong)]));

        Assert.Equal(before.Version, (await AccountAsync()).Version);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await RightAsync());
    }

    [Fact]
    public async Task Password_does_not_forgive_wrong_codes()
    {
        var guess = await GuesserAsync("app");
        for (var turn = 0; turn < 9; turn++) await guess(Visitor.NewAddress(), turn);
        Assert.Equal(HttpStatusCode.SeeOther, await RightAsync());
        await guess(Visitor.NewAddress(), 9);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await RightAsync());
    }

    [Fact]
    public async Task Signing_in_with_an_app_is_told_as_such_and_not_as_a_change_of_the_account()
    {
        var (owner, key) = await host.InviteWithAppAsync(login, Roles.Operator);
        using var disposing = owner;
        host.PassMinutes(2);
        var account = await AccountAsync();
        using var visitor = new Visitor(host);
        using var entered = await visitor.SignInAsync(login);
        using var wrong = await visitor.SubmitAsync(Step, ("code", "000000"));
        using var proved = await visitor.SubmitAsync(Step, ("code", host.CodeOf(key)));
        Assert.Equal(HttpStatusCode.SeeOther, proved.StatusCode);

        var since = host.Clock.GetUtcNow();
        var entries = await host.Services.GetRequiredService<AuditLog>().OfInstallationAsync(new(From: since, Account: account.Id), 0, 9, TestContext.Current.CancellationToken);
        Assert.Equal(["sign-in", "sign-in"], entries.Select(entry => entry.Action));
    }

    [Fact]
    public async Task Right_code_is_not_looked_at_while_the_account_is_locked()
    {
        var (owner, key) = await host.InviteWithAppAsync(login);
        using var disposing = owner;
        host.PassMinutes(2);
        using var visitor = new Visitor(host);
        using var entered = await visitor.SignInAsync(login);
        visitor.Cookies.Remove("kenal");
        for (var turn = 0; turn < 10; turn++)
            using (await visitor.SubmitAsync(Step, ("code", "000000"))) { }

        using var refused = await visitor.SubmitAsync(Step, ("code", host.CodeOf(key)));
        host.PassMinutes(5);
        using var proved = await visitor.SubmitAsync(Step, ("code", host.CodeOf(key)));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (refused.StatusCode, proved.StatusCode));
    }

    [Fact]
    public async Task Session_from_before_the_second_step_is_worth_nothing_after_it()
    {
        var (owner, key) = await host.InviteWithAppAsync(login);
        using var disposing = owner;
        host.PassMinutes(2);
        using var visitor = new Visitor(host);
        using var entered = await visitor.SignInAsync(login);
        using var thief = new Visitor(host) { Cookies = new(visitor.Cookies) };
        Assert.True(await thief.IsSignedInAsync());

        using var proved = await visitor.SubmitAsync(Step, ("code", host.CodeOf(key)));

        Assert.Equal((true, false), (await visitor.IsSignedInAsync(), await thief.IsSignedInAsync()));
    }

    [Fact]
    public async Task Many_addresses_close_a_slip()
    {
        var code = await host.MakeSlipAsync();
        var wrong = code[..5] + (code.EndsWith("2222", StringComparison.Ordinal) ? "3333" : "2222");
        Assert.All(await GuessAsync(_ => GetAsync(Visitor.NewAddress(), $"/slip?kode={wrong}")), answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer));
        LongCountsAttribute.Tell($"{Count} guesses of a slip's code from as many addresses: the slip is closed");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await GetAsync(Visitor.NewAddress(), $"/slip?kode={code}"));
    }

    /// <summary>Many at once, as a program would.</summary>
    static async Task<HttpStatusCode[]> GuessAsync(Func<int, Task<HttpStatusCode>> guess)
    {
        var answers = new HttpStatusCode[Count];
        var limit = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, Count), limit, async (turn, _) => answers[turn] = await guess(turn));
        return answers;
    }

    async Task<Func<string, int, Task<HttpStatusCode>>> GuesserAsync(string kind)
    {
        using var owner = await host.InviteAsync(login);
        if (kind is "app" or "recovery")
        {
            using var proved = await owner.SubmitAsync(Step, ("code", host.CodeOf(await owner.AppKeyAsync())));
        }

        using var visitor = new Visitor(host);
        var token = Visitor.Token(await visitor.ReadAsync("/masuk"));
        if (kind is "app" or "recovery")
        {
            using var signedIn = await visitor.SignInAsync(login);
            visitor.Cookies.Remove("kenal");
            token = Visitor.Token(await visitor.ReadAsync(Step));
        }

        var cookies = visitor.Cookies;
        return kind switch
        {
            "password" => (address, _) => PostAsync(address, cookies, "/masuk", [.. token, new("login", login), new("password", Wrong)]),
            "slip" => (address, turn) => GetAsync(address, $"/slip?kode=ZZZZ-22{turn / 20 % 8 + 2}{turn % 8 + 2}"),
            "app" => (address, _) => PostAsync(address, cookies, Step, [.. token, new("code", "000000")]),
            "recovery" => (address, _) => PostAsync(address, cookies, Step, [.. token, new("code", "AAAAA-AAAAA")]),
            "passkey" => (address, _) => PostAsync(address, cookies, "/masuk/kunci-sandi", [.. token, new("challenge", "a"), new("credential", "{}")]),
            "reset" => (address, turn) => GetAsync(address, $"/lupa/baru?kode=guess{turn}"),
            _ => (address, turn) => KeyAsync(address, $"guess{turn}"),
        };
    }

    async Task<Account> AccountAsync() => (await host.Services.GetRequiredService<AccountDocuments>().OpenSession().Query<Account>()
        .Where(account => account.Login == login).FirstOrDefaultAsync(TestContext.Current.CancellationToken))!;

    async Task<HttpStatusCode> RightAsync()
    {
        using var visitor = new Visitor(host);
        using var answer = await visitor.SignInAsync(login);
        return answer.StatusCode;
    }

    async Task<HttpStatusCode> PostAsync(string address, Dictionary<string, string> cookies, string path, KeyValuePair<string, string>[] fields)
    {
        using var visitor = new Visitor(host) { Address = address, Cookies = new(cookies) };
        using var answer = await visitor.SendAsync(HttpMethod.Post, path, fields);
        return answer.StatusCode;
    }

    async Task<HttpStatusCode> GetAsync(string address, string path)
    {
        using var visitor = new Visitor(host) { Address = address };
        using var answer = await visitor.GetAsync(path);
        return answer.StatusCode;
    }

    async Task<HttpStatusCode> KeyAsync(string address, string key)
    {
        using var visitor = new Visitor(host) { Address = address, Headers = { ["Authorization"] = "Bearer " + key } };
        using var answer = await visitor.SendAsync(HttpMethod.Delete, "/api/villages/35.10.24.2008");
        return answer.StatusCode;
    }
}
