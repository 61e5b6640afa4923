using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Accounts;

/// <summary>Signing in with a password. Whatever is wrong, the answer is the same, and as slow: it never tells whether an account exists.</summary>
static class SignIn
{
    public static IResult Show(HttpContext context, string? kembali) =>
        SignedIn.Of(context) is null ? View(kembali, Form.Empty<Credentials>()) : new SeeOther(ReturnAddress.Of(kembali));

    public static async Task<IResult> EnterAsync(
        Form<Credentials> form, string? kembali, HttpContext context, Passwords passwords, WrongGuesses guesses, Sessions sessions, TextLibrary texts, CancellationToken stop)
    {
        if (!form.IsValid) return View(kembali, form);
        if (await passwords.CheckAsync(form.Value.Login, form.Value.Password, stop) is { } account)
        {
            await sessions.BeginAsync(context, account, Proof.Password, stop);
            return new SeeOther(ReturnAddress.Of(kembali));
        }

        guesses.Add(context);
        form.AddError("", texts.For(PageOwner.Host.Id, context)["signin.wrong"]);
        return View(kembali, form);
    }

    static Page View(string? back, Form form) => Page.View("sign-in", new { address = $"/masuk?kembali={Uri.EscapeDataString(ReturnAddress.Of(back))}" }, form);
}

/// <summary>What is typed to sign in.</summary>
sealed record Credentials([Required, StringLength(200)] string Login, [Required, StringLength(200), DataType(DataType.Password)] string Password);
