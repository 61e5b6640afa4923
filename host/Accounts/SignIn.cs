using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Accounts;

/// <summary>Signing in with a password. Whatever is wrong, the answer is the same, and as slow: it never tells whether an account exists.</summary>
static class SignIn
{
    public static IResult Show(HttpContext context, string? kembali) =>
        SignedIn.Of(context) is null ? View(kembali, Form.Empty<Credentials>()) : new SeeOther(ReturnAddress.Of(kembali));

    public static async Task<IResult> EnterAsync(
        Form<Credentials> form, string? kembali, HttpContext context, UserManager<User> users, Sessions sessions, TextLibrary texts, CancellationToken stop)
    {
        if (!form.IsValid) return View(kembali, form);
        if (await CheckAsync(form.Value, users) is { } account)
        {
            await sessions.BeginAsync(context, account, Proof.Password, stop);
            return new SeeOther(ReturnAddress.Of(kembali));
        }

        form.AddError("", texts.For(PageOwner.Host.Id, context)["signin.wrong"]);
        return View(kembali, form);
    }

    static async Task<Account?> CheckAsync(Credentials typed, UserManager<User> users)
    {
        var user = await users.FindByNameAsync(typed.Login);
        if (user is null || await users.IsLockedOutAsync(user))
        {
            users.PasswordHasher.VerifyHashedPassword(Nobody.User, Nobody.Password(users), typed.Password);
            return null;
        }

        if (await users.CheckPasswordAsync(user, typed.Password))
        {
            if (user.Account.WrongSignIns > 0) await users.ResetAccessFailedCountAsync(user);
            return user.Account;
        }

        await users.AccessFailedAsync(user);
        return null;
    }

    static Page View(string? back, Form form) => Page.View("sign-in", new { address = $"/masuk?kembali={Uri.EscapeDataString(ReturnAddress.Of(back))}" }, form);

    /// <summary>Takes the time of a check where there is nobody to check.</summary>
    static class Nobody
    {
        static string? password;

        public static User User { get; } = new(new Account { Login = "", LoginKey = "", Name = "" });

        public static string Password(UserManager<User> users) => password ??= users.PasswordHasher.HashPassword(User, "nobody's password");
    }
}

/// <summary>What is typed to sign in.</summary>
sealed record Credentials([Required, StringLength(200)] string Login, [Required, StringLength(200), DataType(DataType.Password)] string Password);
