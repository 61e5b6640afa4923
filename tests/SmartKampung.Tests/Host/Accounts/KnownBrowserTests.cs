using System.Net;

namespace SmartKampung.Tests.Host.Accounts;

/// <summary>A stranger's guesses lock out strangers: the owner gets in from where they were before.</summary>
public sealed class KnownBrowserTests(AccountsHost accounts) : IClassFixture<AccountsHost>
{
    readonly TestHost host = accounts.Host;
    readonly string login = accounts.NewLogin();

    [Fact]
    public async Task A_browser_of_before_gets_in_while_strangers_are_locked_out()
    {
        using var owner = await OwnerAsync();
        await LockAsync(() => new Visitor(host));

        using var stranger = new Visitor(host);
        using var locked = await stranger.SignInAsync(login);
        using var entered = await owner.SignInAsync(login);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (locked.StatusCode, entered.StatusCode));
    }

    [Fact]
    public async Task It_has_ten_tries_of_its_own_which_last_no_longer_than_five_minutes()
    {
        using var owner = await OwnerAsync();
        await LockAsync(() => new Visitor(host) { Cookies = new(owner.Cookies) });

        using var locked = await owner.SignInAsync(login);
        using var stranger = new Visitor(host);
        using var unharmed = await stranger.SignInAsync(login);
        host.PassMinutes(5);
        using var later = await owner.SignInAsync(login);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (locked.StatusCode, unharmed.StatusCode, later.StatusCode));
    }

    [Fact]
    public async Task A_changed_password_makes_it_a_stranger()
    {
        using var owner = await OwnerAsync();
        using var other = new Visitor(host);
        using var entered = await other.SignInAsync(login);
        using var changed = await other.SubmitAsync("/akun/sandi", ("present", People.Password), ("password", "lima bebek lewat"));
        await LockAsync(() => new Visitor(host));

        using var locked = await owner.SignInAsync(login, "lima bebek lewat");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, locked.StatusCode);
    }

    async Task<Visitor> OwnerAsync()
    {
        var owner = await host.InviteAsync(login);
        using var left = await owner.PressAsync("/akun", "/keluar");
        return owner;
    }

    async Task LockAsync(Func<Visitor> guesser)
    {
        for (var guess = 0; guess < 10; guess++)
        {
            using var visitor = guesser();
            using var wrong = await visitor.SignInAsync(login, "salah salah salah");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }
    }
}
