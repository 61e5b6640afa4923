using System.ComponentModel.DataAnnotations;

namespace SmartKampung.Host.Accounts;

/// <summary>Signing in with a password. Whatever is wrong, the answer is the same, and as slow: it never tells whether an account exists.</summary>
static class SignIn
{
    public static IResult Show(HttpContext context, string? kembali, Entrance entrance) =>
        SignedIn.Of(context) is null ? entrance.View(context, kembali, Form.Empty<Credentials>()) : new SeeOther(ReturnAddress.Of(context, kembali));

    public static async Task<IResult> EnterAsync(
        Form<Credentials> form, string? kembali, HttpContext context, Passwords passwords, WrongGuesses guesses, Entrance entrance, CancellationToken stop)
    {
        if (!form.IsValid) return entrance.View(context, kembali, form);
        if (await passwords.CheckAsync(form.Value.Login, form.Value.Password, context) is { } account) return await entrance.EnterAsync(context, account, Proof.Password, kembali, stop);
        guesses.Add(context);
        return entrance.Refuse(context, kembali, "signin.wrong", form);
    }
}

/// <summary>What is typed to sign in.</summary>
sealed record Credentials([Required, StringLength(200)] string Login, [Required, StringLength(200), DataType(DataType.Password)] string Password);
