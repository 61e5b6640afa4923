using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Accounts.Own;

/// <summary>The authenticator app: set up, put in another's place, taken away; and the recovery codes that stand in for it.</summary>
static class ManageApp
{
    const string Path = "/akun/aplikasi";

    public static void MapApp(this IEndpointRouteBuilder own)
    {
        own.MapGet("/aplikasi", Show).AllowSignedIn();
        own.MapPost("/aplikasi", BeginAsync).AllowSignedIn().LimitGuesses();
        own.MapPost("/aplikasi/kode", SetUpAsync).AllowSignedIn().LimitGuesses();
        own.MapPost("/aplikasi/lepas", RemoveAsync).AllowSignedIn().LimitGuesses();
        own.MapPost("/kode-cadangan", RenewCodesAsync).AllowSignedIn().LimitGuesses();
    }

    static Page Show(HttpContext context, OwnerProof owner) => View(context, owner, Form.Empty<Confirmed>());

    /// <summary>Shows the secret to whoever has proved to be the owner.</summary>
    static async Task<Page> BeginAsync(Form<Confirmed> form, HttpContext context, OwnerProof owner, Authenticator authenticator, CancellationToken stop) =>
        form.IsValid && await owner.CheckAsync(context, form, form.Value.Present, stop) ? await ShowKeyAsync(context, authenticator, Form.Empty<TypedCode>(), stop) : View(context, owner, form);

    static async Task<Page> SetUpAsync(
        Form<TypedCode> form, HttpContext context, Authenticator authenticator, SignInAttempts attempts, RecoveryCodes codes, Sessions sessions, TextLibrary texts, CancellationToken stop)
    {
        var account = SignedIn.Of(context)!.Account;
        if (account.NextAuthenticatorKey is null) return Page.SeeOther(Path);
        var isRight = form.IsValid && await attempts.BeginAsync(account.Id, context, stop) is not null && await authenticator.SetUpAsync(account.Id, form.Value.Letters, stop);
        if (form.IsValid && !isRight) form.AddError(nameof(TypedCode.Code), texts.For(PageOwner.Host.Id, context)["second.wrong"]);
        if (!isRight) return await ShowKeyAsync(context, authenticator, form, stop);
        await attempts.SucceedAsync(account.Id, context, stop);
        await sessions.ProveAsync(context, stop);
        return Page.View("recovery-codes", new { codes = await codes.RenewAsync(account.Id, stop), back = "/akun" });
    }

    /// <summary>Staff keep a second step: without a passkey, that is the app.</summary>
    static async Task<Page> RemoveAsync(Form<Confirmed> form, HttpContext context, OwnerProof owner, Authenticator authenticator, Sessions sessions, TextLibrary texts, CancellationToken stop)
    {
        if (IsNeeded(SignedIn.Of(context)!)) form.AddError("", texts.For(PageOwner.Host.Id, context)["own.app.needed"]);
        if (!form.IsValid || !await owner.CheckAsync(context, form, form.Value.Present, stop)) return View(context, owner, form);
        await authenticator.RemoveAsync(SignedIn.Of(context)!.Account.Id, stop);
        await sessions.RenewAsync(context, stop);
        return Page.SeeOther("/akun", message: "own.app.removed");
    }

    static async Task<Page> RenewCodesAsync(Form<Confirmed> form, HttpContext context, OwnerProof owner, RecoveryCodes codes, CancellationToken stop)
    {
        var account = SignedIn.Of(context)!.Account;
        if (!account.HasAuthenticator) return Page.SeeOther(Path);
        if (!form.IsValid || !await owner.CheckAsync(context, form, form.Value.Present, stop)) return View(context, owner, form);
        return Page.View("recovery-codes", new { codes = await codes.RenewAsync(account.Id, stop), back = "/akun" });
    }

    static bool IsNeeded(SignedIn person) => person is { IsStaff: true, Account.HasPasskeys: false };

    static async Task<Page> ShowKeyAsync(HttpContext context, Authenticator authenticator, Form form, CancellationToken stop)
    {
        var account = SignedIn.Of(context)!.Account;
        return Page.View("account-app-key", new { key = AppKey.Of(authenticator, account, await authenticator.KeyForAsync(account.Id, stop)) }, form);
    }

    static Page View(HttpContext context, OwnerProof owner, Form form)
    {
        var person = SignedIn.Of(context)!;
        return Page.View("account-app", new
        {
            asks = !owner.IsFresh(context),
            has_app = person.Account.HasAuthenticator,
            may_remove = person.Account.HasAuthenticator && !IsNeeded(person),
            codes = person.Account.RecoveryCodes.Count,
        }, form);
    }
}
