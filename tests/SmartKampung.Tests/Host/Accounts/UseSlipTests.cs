using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Settings;

namespace SmartKampung.Tests.Host.Accounts;

public sealed partial class UseSlipTests(AccountsHost accounts) : IClassFixture<AccountsHost>
{
    readonly TestHost host = accounts.Host;
    readonly string login = accounts.NewLogin();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_slip_of_the_first_start_makes_the_regency_administrator_and_works_once()
    {
        var code = FirstSlip().Match(string.Join('\n', accounts.Written)).Groups[1].Value;
        using var visitor = new Visitor(host);
        using var second = new Visitor(host);

        using var answer = await OpenAsync(visitor, code, login);
        using var again = await second.GetAsync($"/slip?kode={code}");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.True(await visitor.IsSignedInAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        var role = Assert.Single(await RolesAsync(), role => role.Scope == Scope.Regency.ToString());
        Assert.Equal(Roles.RegencyAdministrator, role.Role);
    }

    [Fact]
    public async Task Five_wrong_second_halves_close_a_slip()
    {
        var code = await host.MakeSlipAsync();
        using var visitor = new Visitor(host);
        for (var guess = 0; guess < 4; guess++) await RefusedAsync(visitor, Wrong(code, guess));
        await visitor.ReadAsync($"/slip?kode={code}");

        await RefusedAsync(visitor, Wrong(code, 4));

        await RefusedAsync(visitor, code);
    }

    [Fact]
    public async Task Wrong_second_halves_at_once_are_all_counted()
    {
        var code = await host.MakeSlipAsync();
        using var visitor = new Visitor(host);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(guess => RefusedAsync(visitor, Wrong(code, guess))));

        await RefusedAsync(visitor, code);
    }

    [Fact]
    public async Task A_slip_ends_after_seven_days()
    {
        await using var own = await TestHost.StartAsync();
        var code = await own.MakeSlipAsync();
        using var visitor = new Visitor(own);
        own.Clock.AdjustTime(own.Clock.GetUtcNow() + TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        await visitor.ReadAsync($"/slip?kode={code}");

        own.Clock.AdjustTime(own.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));

        await RefusedAsync(visitor, code);
    }

    [Theory]
    [InlineData("k7pm2q9d")]
    [InlineData("K7PM 2Q9D")]
    [InlineData("--")]
    [InlineData("IIII-OOOO")]
    [InlineData("<script>alert(1)</script>")]
    public async Task What_is_no_code_is_told_so(string typed)
    {
        using var visitor = new Visitor(host);
        await RefusedAsync(visitor, typed);
    }

    [Fact]
    public async Task Two_people_who_open_a_slip_at_once_make_one_account()
    {
        var code = await host.MakeSlipAsync("weaver");
        using var one = new Visitor(host);
        using var other = new Visitor(host);
        var pages = await Task.WhenAll(one.ReadAsync($"/slip?kode={code}"), other.ReadAsync($"/slip?kode={code}"));

        var answers = await Task.WhenAll(
            one.SubmitAsync(pages[0], "/slip", ("name", "Ayu"), ("login", login), ("password", People.Password)),
            other.SubmitAsync(pages[1], "/slip", ("name", "Budi"), ("login", accounts.NewLogin()), ("password", People.Password)));

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity], answers.Select(answer => answer.StatusCode).Order());
        var refused = await Visitor.ReadAsync(answers.Single(answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity));
        Assert.Contains("sudah dipakai", refused.QuerySelector("#f-kode-error")!.TextContent, StringComparison.Ordinal);
        Assert.Null(refused.QuerySelector("#f-password"));
        Assert.Single(await RolesAsync(), role => role.Role == "weaver");
    }

    [Fact]
    public async Task A_login_that_has_an_account_is_told_and_the_slip_stays_open()
    {
        using var owner = await host.InviteAsync(login);
        var code = await host.MakeSlipAsync();
        using var visitor = new Visitor(host);

        using var taken = await OpenAsync(visitor, code, "+62" + login[1..]);
        using var other = await OpenAsync(visitor, code, accounts.NewLogin());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, other.StatusCode);
    }

    [Theory]
    [InlineData("", "081334567890", People.Password, "f-name")]
    [InlineData("Ayu", "hanya nama", People.Password, "f-login")]
    [InlineData("Ayu", "081334567890", "pendek", "f-password")]
    public async Task What_is_wrong_stands_beside_its_field_and_the_slip_stays_open(string name, string typed, string password, string field)
    {
        var code = await host.MakeSlipAsync();
        using var visitor = new Visitor(host);

        using var answer = await visitor.SubmitAsync($"/slip?kode={code}", ("name", name), ("login", typed), ("password", password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Visitor.ReadAsync(answer);
        Assert.Equal($"{field}-error", page.QuerySelector($"#{field}[aria-invalid=true]")!.GetAttribute("aria-describedby")!.Split(' ')[^1]);
        Assert.Equal(typed, page.QuerySelector("#f-login")!.GetAttribute("value"));
        await visitor.ReadAsync($"/slip?kode={code}");
    }

    [Fact]
    public async Task Whoever_tries_many_codes_waits_a_minute()
    {
        using var visitor = new Visitor(host);
        for (var guess = 0; guess < 20; guess++) await RefusedAsync(visitor, $"ZZZZ-22{guess / 10 + 2}{guess % 8 + 2}");

        using var tooMany = await visitor.GetAsync($"/slip?kode={await host.MakeSlipAsync()}");
        host.Clock.AdjustTime(host.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));

        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(1)), (tooMany.StatusCode, tooMany.Headers.RetryAfter?.Delta));
        await visitor.ReadAsync($"/slip?kode={await host.MakeSlipAsync()}");
    }

    [Fact]
    public async Task Who_is_signed_in_adds_the_role_to_their_account_after_a_question()
    {
        using var owner = await host.InviteAsync(login);
        using var elsewhere = new Visitor(host);
        using var other = await elsewhere.SignInAsync(login);
        var code = await host.MakeSlipAsync("painter");
        var page = await owner.ReadAsync($"/slip?kode={code}");
        Assert.Null(page.QuerySelector("#f-password"));
        Assert.Contains("Ayu Lestari", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);

        using var added = await owner.PressAsync($"/slip?kode={code}", $"/slip/tambah?kode={code}");
        using var again = await owner.GetAsync($"/slip?kode={code}");

        Assert.Equal("/akun/peran", added.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Equal(2, (await owner.ReadAsync("/akun/peran")).QuerySelectorAll(".list li").Length);
        Assert.Single(await RolesAsync(), role => role.Role == "painter");
        Assert.False(await elsewhere.IsSignedInAsync());
    }

    [Fact]
    public async Task A_role_that_one_has_already_leaves_the_slip_open()
    {
        using var owner = await host.InviteAsync(login);
        var code = await host.MakeSlipAsync();

        using var told = await owner.PressAsync($"/slip?kode={code}", $"/slip/tambah?kode={code}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.StatusCode);
        using var visitor = new Visitor(host);
        using var opened = await OpenAsync(visitor, code, accounts.NewLogin());
        Assert.Equal(HttpStatusCode.SeeOther, opened.StatusCode);
    }

    [Fact]
    public async Task A_common_password_is_told_beside_its_field()
    {
        using var visitor = new Visitor(host);
        using var answer = await visitor.SubmitAsync($"/slip?kode={await host.MakeSlipAsync()}", ("name", "Ayu"), ("login", login), ("password", "Banyuwangi2026"));
        Assert.Contains("paling sering ditebak", (await Visitor.ReadAsync(answer)).QuerySelector("#f-password-error")!.TextContent, StringComparison.Ordinal);
    }

    static Task<HttpResponseMessage> OpenAsync(Visitor visitor, string code, string login) =>
        visitor.SubmitAsync($"/slip?kode={code}", ("name", "Ayu Lestari"), ("login", login), ("password", People.Password));

    static string Wrong(string code, int guess) => $"{code[..5]}{(code.EndsWith("2222", StringComparison.Ordinal) ? "333" : "222")}{guess + 2}";

    static async Task RefusedAsync(Visitor visitor, string code)
    {
        using var answer = await visitor.GetAsync($"/slip?kode={Uri.EscapeDataString(code)}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("tidak berlaku", (await Visitor.ReadAsync(answer)).QuerySelector("#f-kode-error")!.TextContent, StringComparison.Ordinal);
    }

    Task<IReadOnlyList<RoleAssignment>> RolesAsync() => host.Services.GetRequiredService<AccountDocuments>().OpenSession().Query<RoleAssignment>().ToListAsync(Stop);

    [GeneratedRegex("/slip\\?kode=([A-Z0-9-]+)")]
    private static partial Regex FirstSlip();
}
