using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Accounts.Lost;

/// <summary>For who forgot the password: a link by e-mail where a mail server is set up, else the way to the office.</summary>
static class ForgottenPassword
{
    public static void MapForgottenPassword(this IEndpointRouteBuilder portal)
    {
        portal.MapGet("/lupa", (SendResetLinks links) => View(links, Form.Empty<LostLogin>())).AllowAnyone();
        portal.MapPost("/lupa", Ask).AllowAnyone().LimitGuesses();
        portal.MapGet("/lupa/baru", ShowAsync).AllowAnyone().LimitGuesses();
        portal.MapPost("/lupa/baru", RenewAsync).AllowAnyone().LimitGuesses();
    }

    static Page Ask(Form<LostLogin> form, HttpContext context, SendResetLinks links, WrongGuesses guesses)
    {
        if (!form.IsValid || !links.CanSend) return View(links, form);
        guesses.Add(context);
        links.Ask(form.Value.Login, RequestLanguage.Of(context));
        return Page.View("lost-asked");
    }

    static async Task<Page> ShowAsync(string? kode, HttpContext context, ResetLinks links, WrongGuesses guesses, TextLibrary texts, SendResetLinks send, CancellationToken stop) =>
        await links.FindAsync(kode, stop) is { } account ? View(account, kode!, Form.Empty<RenewedPassword>()) : Refuse(context, guesses, texts, send);

    static async Task<IResult> RenewAsync(
        Form<RenewedPassword> form, string? kode, HttpContext context, ResetLinks links, SetPassword set, Passwords passwords, WrongGuesses guesses, Entrance entrance, TextLibrary texts, SendResetLinks send,
        CancellationToken stop)
    {
        if (await links.FindAsync(kode, stop) is not { } account) return Refuse(context, guesses, texts, send);
        if (form.IsValid && await passwords.WeaknessAsync(account, form.Value.Password) is { } weakness) form.AddError(nameof(RenewedPassword.Password), texts.For(PageOwner.Host.Id, context)[weakness]);
        if (!form.IsValid) return View(account, kode!, form);
        return await set.RunAsync(account.Id, form.Value.Password, present => present.Stamp == account.Stamp, stop) is { } renewed
            ? await entrance.EnterAsync(context, renewed, Proof.Password, ReturnAddress.AtPortal(context, "/akun"), stop)
            : Refuse(context, guesses, texts, send);
    }

    static Page View(SendResetLinks links, Form form) => Page.View("lost", new { by_mail = links.CanSend }, form);

    static Page View(Account account, string code, Form form) => Page.View("new-password", new { address = $"/lupa/baru?kode={Uri.EscapeDataString(code)}", login = account.Login, name = account.Name }, form);

    static Page Refuse(HttpContext context, WrongGuesses guesses, TextLibrary texts, SendResetLinks send)
    {
        guesses.Add(context);
        var form = new Form<LostLogin>(null, isFilled: true, new Dictionary<string, string>());
        form.AddError("", texts.For(PageOwner.Host.Id, context)["lost.over"]);
        return View(send, form);
    }
}

/// <summary>What one signs in with, as it is typed.</summary>
sealed record LostLogin([Required, StringLength(200)] string Login);
