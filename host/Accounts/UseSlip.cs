using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Accounts;

/// <summary>Opening a slip: who holds it makes an account with its role, or adds the role to the account that they are signed in with.</summary>
static class UseSlip
{
    public static async Task<IResult> ShowAsync(string? kode, HttpContext context, Slips slips, VillageRegistry villages, TextLibrary texts, CancellationToken stop)
    {
        if (kode is null) return View(Form.Empty<TypedSlip>());
        if (await slips.FindAsync(kode, context, stop) is { } slip) return View(slip, kode, context, villages, Form.Of(new NewAccount(slip.Name, "", "")));
        var form = Form.Of(new TypedSlip(kode));
        form.AddError("kode", texts.For(PageOwner.Host.Id, context)["slip.unknown"]);
        return View(form);
    }

    public static async Task<IResult> OpenAsync(
        Form<NewAccount> form, string? kode, HttpContext context, Slips slips, OpenSlip open, VillageRegistry villages, TextLibrary texts, CancellationToken stop)
    {
        if (await slips.FindAsync(kode, context, stop) is not { } slip) return await ShowAsync(kode ?? "", context, slips, villages, texts, stop);
        if (form.IsValid && !await open.RunAsync(slip, form, context, stop)) return await ShowAsync(kode ?? "", context, slips, villages, texts, stop);
        return form.IsValid ? new SeeOther("/akun") : View(slip, kode!, context, villages, form);
    }

    static Page View(Form form) => Page.View("slip", new { code = "" }, form);

    static Page View(Slip slip, string code, HttpContext context, VillageRegistry villages, Form form) =>
        Page.View("slip", new { code, role = slip.Role, place = PlaceOf(slip, villages) }, form);

    static string PlaceOf(Slip slip, VillageRegistry villages) => Scope.Parse(slip.Scope) switch
    {
        { Kind: ScopeKind.Village } scope => villages.Find(scope.VillageId)?.Name ?? "",
        { Kind: ScopeKind.District } scope => villages.Villages.All.FirstOrDefault(village => village.District.Code == scope.DistrictCode)?.District.Name ?? "",
        _ => "",
    };
}

/// <summary>A slip's code as it is typed.</summary>
sealed record TypedSlip([Required, StringLength(20)] string Kode);

/// <summary>What is typed to make an account.</summary>
sealed record NewAccount(
    [Required, StringLength(100)] string Name,
    [Required, StringLength(200)] string Login,
    [Required, StringLength(200), DataType(DataType.Password)] string Password);
