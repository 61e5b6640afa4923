using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Consoles;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Accounts;

/// <summary>The tokens that a person gives to programs: chosen in two steps, first the village, then what it may do there.</summary>
static class ManageTokens
{
    const string Path = "/akun/kunci";

    public static void MapTokens(this IEndpointRouteBuilder portal)
    {
        portal.MapGet(Path, ShowAsync).AllowSignedIn();
        portal.MapGet($"{Path}/{{village:guid}}", ChooseAsync).AllowSignedIn();
        portal.MapPost($"{Path}/{{village:guid}}", MakeAsync).AllowSignedIn();
        portal.MapPost($"{Path}/{{id:guid}}/cabut", TakeBackAsync).AllowSignedIn();
    }

    static async Task<Page> ShowAsync(HttpContext context, ApiTokens tokens, TokenGrants grants, VillageRegistry villages, CancellationToken stop) => Page.View("tokens", new
    {
        tokens = (await tokens.OfAsync(SignedIn.Of(context)!.Account.Id, stop)).Select(token => new
        {
            id = token.Id,
            name = token.Name,
            village = villages.Find(Scope.Parse(token.Scope).VillageId)?.Name ?? "",
            permissions = string.Join(", ", token.Permissions.Select(permission => grants.TextOf(permission, context))),
            expires_at = token.ExpiresAt,
            used_at = token.UsedAt,
        }).ToArray(),
        villages = grants.VillagesOf(context).Select(village => new { id = village.Id, name = village.Name }).ToArray(),
    }, Form.Empty<Confirmation>());

    static async Task<Page> ChooseAsync(Guid village, HttpContext context, TokenGrants grants, CancellationToken stop) => await View(village, context, grants, Form.Of(new NewToken("")), stop);

    /// <summary>Shows the token in the answer itself: it is told once, and kept nowhere.</summary>
    static async Task<Page> MakeAsync(
        Guid village, Form<NewToken> form, HttpContext context, ApiTokens tokens, TokenGrants grants, TextLibrary texts, TimeProvider clock, CancellationToken stop)
    {
        var granted = await grants.OfAsync(village, context, stop);
        var wanted = (await FormBody.ReadAsync(context))["permission"].OfType<string>().Distinct().ToArray();
        var host = texts.For(PageOwner.Host.Id, context);
        if (form.IsValid && !Characters.AreName(form.Value.Name)) form.AddError(nameof(NewToken.Name), host["validation.characters"]);
        if (wanted.Length == 0 || wanted.Except(granted.Select(permission => permission.Name)).Any()) form.AddError("", host["tokens.choose"]);
        if (!form.IsValid) return await View(village, context, grants, form, stop);
        var expiresAt = clock.GetUtcNow().AddDays(form.Value.Days);
        var token = await tokens.MakeAsync(SignedIn.Of(context)!.Account.Id, village, form.Value.Name, wanted, expiresAt, stop);
        return Page.View("token-made", new { token, name = form.Value.Name, expires_at = expiresAt });
    }

    static async Task<Page> TakeBackAsync(Guid id, HttpContext context, ApiTokens tokens, CancellationToken stop) =>
        await tokens.TakeBackAsync(id, SignedIn.Of(context)!.Account.Id, stop) ? Page.SeeOther(Path, message: "tokens.gone") : Page.NotFound();

    static async Task<Page> View(Guid village, HttpContext context, TokenGrants grants, Form<NewToken> form, CancellationToken stop)
    {
        var granted = await grants.OfAsync(village, context, stop);
        return granted.Count == 0 ? Page.NotFound() : Page.View("token-new", new
        {
            id = village,
            name_of_village = grants.NameOf(village),
            permissions = granted.Select(permission => new { name = permission.Name, text = grants.TextOf(permission.Name, context) }).ToArray(),
        }, form);
    }
}

/// <param name="Name">What the person calls it.</param>
/// <param name="Days">How long it is valid.</param>
sealed record NewToken([Required, StringLength(60)] string Name, [Range(1, ApiToken.LongestDays), Display(Name = "tokens.days")] int Days = 90);
