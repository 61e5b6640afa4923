using SmartKampung.Host.Accounts.Demo;
using SmartKampung.Host.Home;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Accounts;

/// <summary>The second step: a code of the authenticator app, which staff set up the first time, or a recovery code.</summary>
static class SecondStep
{
    public const string Path = "/akun/langkah-kedua";

    /// <summary>Asks for another proof, though there was one, where something wants it fresh (<paramref name="segar"/>).</summary>
    public static async Task<IResult> ShowAsync(HttpContext context, string? kembali, string? segar, Authenticator authenticator, DemoMode demo, CancellationToken stop) =>
        SignedIn.Of(context)!.HasProvedTwice && segar is null ? new SeeOther(ReturnAddress.Of(context, kembali)) : await ViewAsync(context, kembali, Form.Empty<TypedCode>(), authenticator, demo, stop);

    public static async Task<IResult> ProveAsync(
        Form<TypedCode> form, HttpContext context, string? kembali, Authenticator authenticator, SecondProof proof, RecoveryCodes codes, WrongGuesses guesses, Sessions sessions, DemoMode demo,
        TextLibrary texts, CancellationToken stop)
    {
        var account = SignedIn.Of(context)!.Account;
        if (form.IsValid && await proof.CheckAsync(account, form.Value, context, stop))
        {
            await sessions.BeginAsync(context, account, Proof.SecondStep, stop);
            if (account.HasSecondStep) return new SeeOther(ReturnAddress.Of(context, kembali));
            return Page.View("recovery-codes", new { codes = await codes.RenewAsync(account.Id, stop), back = ReturnAddress.Of(context, kembali) });
        }

        if (form.IsValid)
        {
            guesses.Add(context);
            form.AddError(nameof(TypedCode.Code), texts.For(PageOwner.Host.Id, context)["second.wrong"]);
        }

        return await ViewAsync(context, kembali, form, authenticator, demo, stop);
    }

    static async Task<Page> ViewAsync(HttpContext context, string? back, Form form, Authenticator authenticator, DemoMode demo, CancellationToken stop)
    {
        var account = SignedIn.Of(context)!.Account;
        var key = account.HasSecondStep ? null : await authenticator.KeyForAsync(account.Id, stop);
        return Page.View("second-step", new
        {
            back = ReturnAddress.Query(context, back),
            takes_code = account.HasAuthenticator || key is not null,
            has_passkeys = account.HasPasskeys,
            is_demo = demo.IsOf(account),
            key = key is null ? null : AppKey.Of(authenticator, account, key),
        }, form);
    }
}

/// <summary>Checks a second step, counted against the account's lock.</summary>
sealed class SecondProof(Authenticator authenticator, RecoveryCodes codes, SignInAttempts attempts)
{
    /// <summary>Whoever has no second step yet, and is signed in with a password alone, sets up their app by its first code.</summary>
    public async Task<bool> CheckAsync(Account account, TypedCode typed, HttpContext context, CancellationToken stop)
    {
        if (await attempts.BeginAsync(account.Id, context, stop) is not { } present || !await IsRightAsync(present, typed, stop)) return false;
        await attempts.SucceedAsync(account.Id, context, stop);
        return true;
    }

    Task<bool> IsRightAsync(Account account, TypedCode typed, CancellationToken stop)
    {
        if (!typed.IsOfApp) return codes.UseAsync(account.Id, typed.Letters, stop);
        return account.HasSecondStep ? authenticator.ProveAsync(account.Id, typed.Letters, stop) : authenticator.SetUpAsync(account.Id, typed.Letters, stop);
    }
}

/// <summary>The secret of an app as the page shows it.</summary>
/// <param name="Qr">For the phone's camera.</param>
/// <param name="Text">For who types it.</param>
sealed record AppKey(Html Qr, string Text)
{
    public static AppKey Of(Authenticator authenticator, Account account, string key) =>
        new(new Html(QrCode.Svg(authenticator.Address(account, key))), string.Join(' ', key.Chunk(4).Select(letters => new string(letters))));
}
