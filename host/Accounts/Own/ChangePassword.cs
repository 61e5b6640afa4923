using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Accounts.Own;

/// <summary>A new password; it ends the sessions of all other browsers.</summary>
static class ChangePassword
{
    public static Page Show(HttpContext context, OwnerProof owner) => View(context, owner, Form.Empty<NewPassword>());

    public static async Task<Page> SaveAsync(Form<NewPassword> form, HttpContext context, OwnerProof owner, Passwords passwords, SetPassword set, Sessions sessions, TextLibrary texts, CancellationToken stop)
    {
        var account = SignedIn.Of(context)!.Account;
        if (form.IsValid && await passwords.WeaknessAsync(account, form.Value.Password) is { } weakness)
            form.AddError(nameof(NewPassword.Password), texts.For(PageOwner.Host.Id, context)[weakness]);
        if (!form.IsValid || !await owner.CheckAsync(context, form, form.Value.Present, stop)) return View(context, owner, form);
        await set.RunAsync(account.Id, form.Value.Password, _ => true, stop);
        await sessions.RenewAsync(context, stop);
        return Page.SeeOther("/akun", message: "own.password.changed");
    }

    static Page View(HttpContext context, OwnerProof owner, Form form) => Page.View("account-password", new { asks = !owner.IsFresh(context), login = SignedIn.Of(context)!.Account.Login }, form);
}

/// <summary>What is typed to change the password.</summary>
sealed record NewPassword([StringLength(200), DataType(DataType.Password)] string? Present, [Required, StringLength(200), DataType(DataType.Password)] string Password);
