using System.Net;
using SmartKampung.Host.Settings;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Host.Accounts.Interrupted;

public sealed class InterruptedFormTests(AccountsHost accounts) : IClassFixture<AccountsHost>
{
    const string Page = $"/{TestHost.DemoSlug}/kelola/orang";
    const string Action = Page + "/slip";
    const string Typed = "Ibu \"Sari\" <b>Dewi</b>\nbaris kedua";

    readonly TestHost host = accounts.Host;
    readonly string login = accounts.NewLogin();

    string Origin => host.Address.GetLeftPart(UriPartial.Authority);

    [Fact]
    public async Task Who_signs_in_again_goes_on_with_what_was_typed()
    {
        var (staff, key) = await host.InviteWithAppAsync(login, Roles.Administrator);
        staff.Dispose();
        using var visitor = Browser();
        using var sent = await SendAsync(visitor, ("name", "Sari Dewi"), ("role", "operator"), ("password", "rahasia sekali"), ("api_token", "abc"));

        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Equal("/masuk?kembali=%2Fmasuk%2Flanjut", sent.Headers.Location?.OriginalString);
        var way = await EnterAsync(visitor, sent.Headers.Location!.OriginalString, key);
        using var back = await visitor.GetAsync(way);
        Assert.Equal(Page, back.Headers.Location?.OriginalString);
        var page = await visitor.ReadAsync(Page);
        var form = page.QuerySelector($"main form[action='{Action}']")!;
        Assert.Equal("Sari Dewi", form.QuerySelector("input[name=name]")!.GetAttribute("value"));
        Assert.Equal("operator", form.QuerySelector("select[name=role] option[selected]")!.GetAttribute("value"));
        Assert.Contains("dikembalikan", page.QuerySelector(".notice.info[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("rahasia sekali", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("input[name=api_token]"));

        using var done = await visitor.SubmitAsync(page, Action, ("name", "Sari Dewi"), ("role", "operator"));
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.NotNull((await Visitor.ReadAsync(done)).QuerySelector(".slip"));
        using var once = await visitor.GetAsync(way);
        Assert.Equal("/akun", once.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Page_says_which_passwords_and_files_have_to_be_filled_in_again()
    {
        var (staff, key) = await host.InviteWithAppAsync(login, Roles.Administrator);
        staff.Dispose();
        const string backups = $"/{TestHost.DemoSlug}/kelola/cadangan";
        using var visitor = new Visitor(host) { Headers = { ["Origin"] = Origin, ["Referer"] = Origin + backups } };
        using var sent = await visitor.SendAsync(HttpMethod.Post, backups, [new("passphrase", "rahasia sekali"), new("passphrase_again", "")]);
        await EnterAsync(visitor, sent.Headers.Location!.OriginalString, key);

        var page = await visitor.ReadAsync(backups);

        Assert.Contains("Isi lagi: Frasa sandi.", page.QuerySelector(".notice.info[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("rahasia sekali", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_of_the_regency_come_back_too_without_their_passwords()
    {
        var (staff, key) = await host.InviteWithAppAsync(login, Roles.RegencyAdministrator, Scope.Regency.ToString());
        staff.Dispose();
        foreach (var (page, field) in new[] { ("/kelola/pengaturan", "siteName"), ("/kelola/modul/news/pengaturan?kecamatan=35.10.24", "articlesPerPage") })
        {
            using var visitor = new Visitor(host) { Headers = { ["Origin"] = Origin, ["Referer"] = Origin + page } };
            using var sent = await visitor.SendAsync(HttpMethod.Post, page, [new(field, "17"), new("mailPassword", "rahasia sekali")]);
            await EnterAsync(visitor, sent.Headers.Location!.OriginalString, key);

            var shown = await visitor.ReadAsync(page);

            Assert.Equal("17", shown.QuerySelector($"[name={field}]")!.GetAttribute("value"));
            Assert.Contains("dikembalikan", shown.QuerySelector(".notice.info[role=status]")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("rahasia sekali", shown.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_was_typed_is_shown_as_text()
    {
        using var visitor = Browser();
        using var sent = await SendAsync(visitor, ("name", Typed));
        using var owner = await host.InviteAsync(login);
        using var signedIn = await visitor.SignInAsync(login, path: sent.Headers.Location!.OriginalString);

        var page = await visitor.ReadAsync("/masuk/lanjut?semua=1");

        Assert.Equal(Typed, page.QuerySelector("input[name=name]")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("main b"));
    }

    [Fact]
    public async Task It_is_kept_for_the_same_browser_and_a_quarter_of_an_hour()
    {
        using var visitor = Browser();
        using var sent = await SendAsync(visitor, ("name", "Sari Dewi"));
        using var owner = await host.InviteAsync(login);
        using var other = new Visitor(host);
        using var elsewhere = await other.SignInAsync(login);
        using var nothing = await other.GetAsync("/masuk/lanjut");
        Assert.Equal("/akun", nothing.Headers.Location?.OriginalString);

        host.PassMinutes(15);

        using var signedIn = await visitor.SignInAsync(login);
        using var late = await visitor.GetAsync("/masuk/lanjut");
        Assert.Equal("/akun", late.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_form_of_another_site_is_kept_for_nobody(string origin)
    {
        using var visitor = new Visitor(host) { Headers = { ["Origin"] = origin } };
        using var sent = await SendAsync(visitor, ("name", "Sari Dewi"));
        Assert.Equal(HttpStatusCode.Unauthorized, sent.StatusCode);
        Assert.DoesNotContain("naskah", visitor.Cookies.Keys);
    }

    [Fact]
    public async Task What_is_too_long_and_what_is_of_accounts_leads_back_to_its_page()
    {
        using var visitor = Browser();
        using var large = await SendAsync(visitor, ("name", new string('a', 100_001)));
        Assert.Equal($"/masuk?kembali={Uri.EscapeDataString(Page)}", large.Headers.Location?.OriginalString);
        using var account = await visitor.SendAsync(HttpMethod.Post, "/akun/nama", [new("name", "Sari")]);
        Assert.Equal($"/masuk?kembali={Uri.EscapeDataString(Page)}", account.Headers.Location?.OriginalString);
        Assert.DoesNotContain("naskah", visitor.Cookies.Keys);
    }

    [Fact]
    public async Task Nobody_is_sent_away_from_what_they_may_not_do()
    {
        using var resident = await StaffBrowser.SignInAsync(host, Roles.Resident);
        resident.Client.DefaultRequestHeaders.Add("Origin", Origin);
        using var form = new FormUrlEncodedContent([new("name", "Sari")]);
        using var answer = await resident.Client.PostAsync(new Uri(Action, UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    Visitor Browser() => new(host) { Headers = { ["Origin"] = Origin, ["Referer"] = Origin + Page } };

    static Task<HttpResponseMessage> SendAsync(Visitor visitor, params (string Name, string Value)[] fields) =>
        visitor.SendAsync(HttpMethod.Post, Action, fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    async Task<string> EnterAsync(Visitor visitor, string path, string key)
    {
        using var signedIn = await visitor.SignInAsync(login, path: path);
        host.PassMinutes(2);
        using var proved = await visitor.SubmitAsync(signedIn.Headers.Location!.OriginalString, ("code", host.CodeOf(key)));
        return proved.Headers.Location!.OriginalString;
    }
}
