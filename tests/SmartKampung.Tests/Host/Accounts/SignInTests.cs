using System.Net;

namespace SmartKampung.Tests.Host.Accounts;

public sealed class SignInTests(AccountsHost accounts) : IClassFixture<AccountsHost>
{
    static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(5);

    readonly TestHost host = accounts.Host;
    readonly string login = accounts.NewLogin();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("0811 3456 7890", "+62 811-3456-7890")]
    [InlineData("0811 3456 7891", "6281134567891")]
    [InlineData("0811 3456 7892", " 081134567892 ")]
    [InlineData("Ayu@Contoh.id", "ayu@contoh.ID")]
    public async Task A_login_is_known_in_any_spelling(string made, string typed)
    {
        using var owner = await host.InviteAsync(made);
        using var visitor = new Visitor(host);

        using var answer = await visitor.SignInAsync(typed);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.True(await visitor.IsSignedInAsync());
    }

    [Fact]
    public async Task Who_has_no_account_is_answered_as_who_has_a_wrong_password()
    {
        using var owner = await host.InviteAsync(login);
        var wrong = await AnswerAsync(login, "salah salah salah");

        Assert.Equal(wrong, await AnswerAsync("081234567899", "salah salah salah"));
        Assert.Equal(wrong, await AnswerAsync("bukan apa-apa", "salah salah salah"));
    }

    [Fact]
    public async Task After_ten_wrong_passwords_the_right_one_is_refused_for_five_minutes()
    {
        using var owner = await host.InviteAsync(login);
        for (var guess = 0; guess < 10; guess++)
        {
            using var guesser = new Visitor(host);
            using var wrong = await guesser.SignInAsync(login, "salah salah salah");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        using var visitor = new Visitor(host);
        using var locked = await visitor.SignInAsync(login);
        host.Clock.AdjustTime(host.Clock.GetUtcNow() + LockedFor);
        using var later = await visitor.SignInAsync(login);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, locked.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, later.StatusCode);
    }

    [Fact]
    public async Task Guesses_at_once_are_all_counted()
    {
        using var owner = await host.InviteAsync(login);
        using var visitor = new Visitor(host);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(async guess =>
        {
            using var guesser = new Visitor(host);
            using var wrong = await guesser.SignInAsync(login, "salah salah salah");
        }));

        using var locked = await visitor.SignInAsync(login);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, locked.StatusCode);
    }

    [Theory]
    [InlineData("/tamansari-licin/kelola?a=b", "/tamansari-licin/kelola?a=b")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("", "/")]
    public async Task Signing_in_leads_only_to_places_of_this_installation(string back, string place)
    {
        using var owner = await host.InviteAsync(login);
        using var visitor = new Visitor(host);

        using var answer = await visitor.SignInAsync(login, path: $"/masuk?kembali={Uri.EscapeDataString(back)}");

        Assert.Equal(place, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_session_is_kept_from_scripts_and_other_sites()
    {
        using var owner = await host.InviteAsync(login);
        using var visitor = new Visitor(host);

        using var answer = await visitor.SignInAsync(login);

        var cookie = Assert.Single(Visitor.SetBy(answer), cookie => cookie.StartsWith("akun=", StringComparison.Ordinal));
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("; secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Over_https_the_session_is_of_this_host_alone()
    {
        using var owner = await host.InviteAsync(login);
        using var visitor = new Visitor(host) { IsSecure = true };

        using var answer = await visitor.SignInAsync(login);

        var cookie = Assert.Single(Visitor.SetBy(answer), cookie => cookie.StartsWith("__Host-akun=", StringComparison.Ordinal));
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; path=/;", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.All(Visitor.SetBy(answer), cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.True(await visitor.IsSignedInAsync());
    }

    [Fact]
    public async Task A_copied_cookie_is_worth_nothing_once_its_owner_has_signed_out()
    {
        using var owner = await host.InviteAsync(login);
        using var thief = new Visitor(host) { Cookies = new(owner.Cookies) };
        Assert.True(await thief.IsSignedInAsync());

        using var answer = await owner.PressAsync("/akun", "/keluar");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.False(await owner.IsSignedInAsync());
        Assert.False(await thief.IsSignedInAsync());
    }

    [Theory]
    [InlineData("/masuk")]
    [InlineData("/keluar")]
    [InlineData("/slip?kode=AAAA-AAAA")]
    public async Task A_form_without_its_token_is_refused(string path)
    {
        using var owner = await host.InviteAsync(login);

        using var answer = await owner.SendAsync(HttpMethod.Post, path, [new("login", login), new("password", People.Password)]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True(await owner.IsSignedInAsync());
    }

    [Fact]
    public async Task Pages_of_who_is_signed_in_are_kept_by_nobody()
    {
        using var owner = await host.InviteAsync(login);

        foreach (var path in new[] { "/", "/tamansari-licin", "/akun" })
        {
            using var own = await owner.GetAsync(path);
            using var others = await host.Anonymous.GetAsync(new Uri(path, UriKind.Relative), Stop);
            Assert.Contains("no-store", own.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
            Assert.DoesNotContain("Ayu Lestari", await others.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }
    }

    async Task<string> AnswerAsync(string login, string password)
    {
        using var visitor = new Visitor(host);
        using var answer = await visitor.SignInAsync(login, password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Visitor.ReadAsync(answer);
        foreach (var token in page.QuerySelectorAll("input[type=hidden]")) token.Remove();
        page.QuerySelector("input[name=login]")!.RemoveAttribute("value");
        return $"{string.Join('\n', answer.Headers.Where(header => header.Key != "Set-Cookie" && header.Key != "Date"))}\n{page.DocumentElement.OuterHtml}";
    }
}
