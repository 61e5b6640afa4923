using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Home;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Accounts;

/// <summary>The second step of staff: a code of their authenticator app, which is set up the first time.</summary>
static class SecondStep
{
    public static async Task<IResult> ShowAsync(HttpContext context, string? kembali, Authenticator authenticator, CancellationToken stop) =>
        SignedIn.Of(context)!.HasProvedTwice ? new SeeOther(ReturnAddress.Of(kembali)) : await ViewAsync(context, kembali, Form.Empty<TypedCode>(), authenticator, stop);

    public static async Task<IResult> ProveAsync(
        Form<TypedCode> form, HttpContext context, string? kembali, Authenticator authenticator, SignInAttempts attempts, WrongGuesses guesses, Sessions sessions, TextLibrary texts,
        CancellationToken stop)
    {
        var account = SignedIn.Of(context)!.Account;
        if (form.IsValid && await IsRightAsync(account, form.Value, authenticator, attempts, stop))
        {
            await sessions.EndAsync(context, stop);
            await sessions.BeginAsync(context, account, Proof.SecondStep, stop);
            return new SeeOther(ReturnAddress.Of(kembali));
        }

        if (form.IsValid)
        {
            guesses.Add(context);
            form.AddError(nameof(TypedCode.Code), texts.For(PageOwner.Host.Id, context)["second.wrong"]);
        }

        return await ViewAsync(context, kembali, form, authenticator, stop);
    }

    static async Task<bool> IsRightAsync(Account account, TypedCode typed, Authenticator authenticator, SignInAttempts attempts, CancellationToken stop)
    {
        if (await attempts.BeginAsync(account.Id, stop) is null || !await authenticator.ProveAsync(account.Id, typed.Digits, stop)) return false;
        await attempts.SucceedAsync(account.Id, stop);
        return true;
    }

    static async Task<Page> ViewAsync(HttpContext context, string? back, Form form, Authenticator authenticator, CancellationToken stop)
    {
        var account = SignedIn.Of(context)!.Account;
        var key = account.HasAuthenticator ? null : await authenticator.KeyForAsync(account, stop);
        return Page.View("second-step", new
        {
            address = $"/akun/langkah-kedua?kembali={Uri.EscapeDataString(ReturnAddress.Of(back))}",
            key = key is null ? null : string.Join(' ', key.Chunk(4).Select(letters => new string(letters))),
            qr = key is null ? (Html?)null : new Html(QrCode.Svg(authenticator.Address(account, key))),
        }, form);
    }
}

/// <summary>A code as it is typed, with or without a space.</summary>
sealed record TypedCode([Required, RegularExpression(@"\s*\d{3}\s?\d{3}\s*")] string Code)
{
    internal string Digits => string.Concat(Code.Where(char.IsAsciiDigit));
}
