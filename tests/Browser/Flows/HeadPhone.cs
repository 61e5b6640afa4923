using OtpNet;

namespace SmartKampung.Browser.Flows;

/// <summary>The village head's phone, with an authenticator app and a passkey in it.</summary>
sealed class HeadPhone(Phone phone, Totp app, TestHost host) : IAsyncDisposable
{
    public Phone Phone => phone;

    /// <summary>Sets up the app at the first sign-in, and a passkey after it. Browsers know passkeys of names, and none of numbers as addresses.</summary>
    public static async Task<HeadPhone> OpenAsync(Desk desk)
    {
        var phone = new Phone(await desk.VisitorAsync("id", "localhost"));
        await Authenticator.AddAsync(phone.Page);
        await phone.SignInAsync("kades", "/akun/kunci-sandi");
        await phone.GoAsync(LetterOffice.Letters);
        var key = await phone.Seen("main strong.code").InnerTextAsync();
        var head = new HeadPhone(phone, new(Base32Encoding.ToBytes(key.Replace(" ", "", StringComparison.Ordinal))), desk.Host);
        await phone.WriteAsync("#f-code", head.Code);
        await phone.EnterAsync();
        await phone.GoAsync("/akun/kunci-sandi");
        await phone.WriteAsync("#f-name", "Ponsel saya");
        await phone.FollowAsync("[data-passkey] button");
        return head;
    }

    /// <summary>What the app shows at this moment.</summary>
    string Code => app.ComputeTotp(host.Clock.GetUtcNow().UtcDateTime);

    /// <summary>Signs one of the letters that wait. The proof of the sign-in is old by then, and another one is asked for.</summary>
    /// <returns>Where the letter is in the book.</returns>
    public async Task<string> SignAsync(string request, bool byPasskey = false)
    {
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        await phone.GoAsync(LetterOffice.Letters);
        await phone.FollowAsync("main a[href$='/tanda-tangan']");
        if (byPasskey) await ProveAsync();
        else await phone.WriteAsync("#f-code", Code);
        await SignAsync(phone, request);
        return (await phone.Seen("main a[href*='/letters/surat/']").GetAttributeAsync("href"))!;
    }

    /// <summary>Signs on a phone that shows what waits.</summary>
    public static async Task SignAsync(Phone phone, string request)
    {
        foreach (var other in await phone.Page.Locator($"main input[name=letters]:not([value='{request}'])").AllAsync()) await other.UncheckAsync();
        await phone.FollowAsync("main form[method=post] button");
        await Assertions.Expect(phone.Seen("[data-refresh='0']")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(phone.Seen("main .notice.ok")).ToBeVisibleAsync();
        Findings.None(phone.Troubles);
    }

    public ValueTask DisposeAsync() => phone.DisposeAsync();

    /// <summary>Elsewhere, and back with the list.</summary>
    async Task ProveAsync()
    {
        await Assertions.Expect(phone.Seen("#f-code")).ToBeVisibleAsync();
        await phone.FollowAsync("main form a[href*='/akun/langkah-kedua']");
        await phone.FollowAsync("[data-passkey] button");
        await Assertions.Expect(phone.Page.Locator("#f-code")).ToHaveCountAsync(0);
    }
}
