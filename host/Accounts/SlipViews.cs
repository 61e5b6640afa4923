using SmartKampung.Host.Consoles;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Accounts;

/// <summary>The pages of an opened slip.</summary>
sealed class SlipViews(OpenSlip open, VillageRegistry villages, TextLibrary texts)
{
    public async Task<Page> OfAsync(Slip slip, string code, HttpContext context, CancellationToken stop)
    {
        if (slip.AccountId is not null) return await open.OwnerAsync(slip, stop) is { } owner ? OfRenewal(owner, code, Form.Empty<RenewedPassword>()) : Unknown(code, context);
        return SignedIn.Of(context) is { } person
            ? OfOwnAccount(slip, code, person, Form.Empty<Confirmation>())
            : OfNewAccount(slip, code, Form.Of(new NewAccount(slip.Name, "", "")));
    }

    public Page OfNewAccount(Slip slip, string code, Form form) =>
        Page.View("slip-open", new { code, role = slip.Role, place = PlaceName.Of(slip.Scope, villages) }, form);

    public Page OfOwnAccount(Slip slip, string code, SignedIn person, Form form) =>
        Page.View("slip-add", new { code, role = slip.Role, place = PlaceName.Of(slip.Scope, villages), name = person.Account.Name, login = person.Account.Login }, form);

    public static Page OfRenewal(Account owner, string code, Form form) => Page.View("new-password", new { address = $"/slip/sandi?kode={code}", login = owner.Login, name = owner.Name }, form);

    public static IResult AskForSecondStep(string code, HttpContext context) =>
        new SeeOther(ReturnAddress.AtPortal(context, SecondStep.Path) + ReturnAddress.Query(context, ReturnAddress.AtPortal(context, "/slip") + $"?kode={Uri.EscapeDataString(code)}"));

    public Page Unknown(string? code, HttpContext context)
    {
        var form = Form.Of(new TypedSlip(code ?? ""));
        form.AddError("kode", texts.For(PageOwner.Host.Id, context)["slip.unknown"]);
        return Page.View("slip", null, form);
    }
}
