using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Consoles;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Accounts;

/// <summary>Opening a slip: who holds it makes an account with its role, adds the role to the account that they are signed in with, or gets a new password.</summary>
static class UseSlip
{
    public static async Task<IResult> ShowAsync(string? kode, HttpContext context, Slips slips, SlipViews views, CancellationToken stop)
    {
        if (kode is null) return Page.View("slip", null, Form.Empty<TypedSlip>());
        return await slips.FindAsync(kode, context, stop) is { } slip ? await views.OfAsync(slip, kode, context, stop) : views.Unknown(kode, context);
    }

    /// <summary>Makes an account. Who works somewhere goes on there, others to their account.</summary>
    public static async Task<IResult> OpenAsync(
        Form<NewAccount> form, string? kode, HttpContext context, Slips slips, OpenSlip open, SlipViews views, OwnConsoles consoles, CancellationToken stop)
    {
        if (await slips.FindAsync(kode, context, stop) is not { AccountId: null } slip) return views.Unknown(kode, context);
        if (form.IsValid && !await open.RunAsync(slip, form, context, stop)) return views.Unknown(kode, context);
        if (form.IsValid) return new SeeOther(consoles.Find(slip.Role, slip.Scope, context)?.Path ?? ReturnAddress.AtPortal(context, "/akun"));
        return views.OfNewAccount(slip, kode!, form);
    }

    /// <summary>Adds the role to the account that is signed in.</summary>
    public static async Task<IResult> AddAsync(
        Form<Confirmation> form, string? kode, HttpContext context, Slips slips, OpenSlip open, SlipViews views, Sessions sessions, TextLibrary texts, CancellationToken stop)
    {
        if (await slips.FindAsync(kode, context, stop) is not { AccountId: null } slip) return views.Unknown(kode, context);
        var person = SignedIn.Of(context)!;
        if (person is { Account.HasSecondStep: true, HasProvedTwice: false }) return SlipViews.AskForSecondStep(kode!, context);
        var added = await open.AddRoleAsync(slip, person.Account.Id, stop);
        if (added is null) return views.Unknown(kode, context);
        if (added is false) form.AddError("", texts.For(PageOwner.Host.Id, context)["slip.has_role"]);
        if (!form.IsValid) return views.OfOwnAccount(slip, kode!, person, form);
        await sessions.RenewAsync(context, stop);
        return Page.SeeOther("/akun/peran", message: "slip.added");
    }

    /// <summary>Sets a new password.</summary>
    public static async Task<IResult> RenewAsync(
        Form<RenewedPassword> form, string? kode, HttpContext context, Slips slips, OpenSlip open, SlipViews views, Passwords passwords, Entrance entrance, TextLibrary texts, CancellationToken stop)
    {
        if (await slips.FindAsync(kode, context, stop) is not { AccountId: not null } slip || await open.OwnerAsync(slip, stop) is not { } owner) return views.Unknown(kode, context);
        if (form.IsValid && await passwords.WeaknessAsync(owner, form.Value.Password) is { } weakness) form.AddError(nameof(RenewedPassword.Password), texts.For(PageOwner.Host.Id, context)[weakness]);
        if (!form.IsValid) return SlipViews.OfRenewal(owner, kode!, form);
        return await open.RenewAsync(slip, form.Value.Password, stop) is { } account
            ? await entrance.EnterAsync(context, account, Proof.Password, ReturnAddress.AtPortal(context, "/akun"), stop)
            : views.Unknown(kode, context);
    }
}

/// <summary>A slip's code as it is typed.</summary>
sealed record TypedSlip([Required, StringLength(20)] string Kode);

/// <summary>What is typed to make an account.</summary>
sealed record NewAccount(
    [Required, StringLength(100)] string Name,
    [Required, StringLength(200)] string Login,
    [Required, StringLength(200), DataType(DataType.Password)] string Password,
    [Display(Name = "privacy.consent.news")] bool NewsConsent = false);

/// <summary>What is typed to get in again.</summary>
sealed record RenewedPassword([Required, StringLength(200), DataType(DataType.Password)] string Password);
