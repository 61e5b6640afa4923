using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Accounts.Own;

/// <summary>The phone number or e-mail address that one signs in with.</summary>
static class ChangeLogin
{
    public static Page Show(HttpContext context, OwnerProof owner) => View(context, owner, Form.Of(new NewLogin(SignedIn.Of(context)!.Account.Login, null)));

    public static async Task<Page> SaveAsync(Form<NewLogin> form, HttpContext context, OwnerProof owner, AccountDocuments documents, Sessions sessions, TextLibrary library, CancellationToken stop)
    {
        var texts = library.For(PageOwner.Host.Id, context);
        if (form.IsValid && LoginNormalizer.Normalize(form.Value.Login) is null) form.AddError(nameof(NewLogin.Login), texts["account.login.wrong"]);
        if (!form.IsValid || !await owner.CheckAsync(context, form, form.Value.Present, stop)) return View(context, owner, form);
        if (!await TrySaveAsync(form.Value.Login.Trim(), context, documents, stop)) form.AddError(nameof(NewLogin.Login), texts["own.login.taken"]);
        if (!form.IsValid) return View(context, owner, form);
        await sessions.RenewAsync(context, stop);
        return Page.SeeOther("/akun", message: "own.saved");
    }

    static async Task<bool> TrySaveAsync(string login, HttpContext context, AccountDocuments documents, CancellationToken stop)
    {
        var key = LoginNormalizer.Normalize(login)!;
        try
        {
            return await documents.SaveAsync(
                async session =>
                {
                    var account = await session.LoadAsync<Account>(SignedIn.Of(context)!.Account.Id, stop);
                    if (account is not null) session.Store(account with { Login = login, LoginKey = key, Stamp = Account.NewStamp() });
                    return account is not null;
                },
                stop);
        }
        catch (DuplicateException)
        {
            return false;
        }
    }

    static Page View(HttpContext context, OwnerProof owner, Form form) => Page.View("account-login", new { asks = !owner.IsFresh(context) }, form);
}

/// <summary>What is typed to sign in with something else.</summary>
sealed record NewLogin([Required, StringLength(200)] string Login, [StringLength(200), DataType(DataType.Password)] string? Present);
