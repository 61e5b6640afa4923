using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using SmartKampung.Host.Accounts.Own;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Accounts.Passkeys;

/// <summary>My passkeys: adding, naming and removing them.</summary>
static class ManagePasskeys
{
    const string Path = "/akun/kunci-sandi";

    public static void MapPasskeys(this IEndpointRouteBuilder own)
    {
        own.MapGet("/kunci-sandi", (HttpContext context, OwnerProof owner, PasskeyList passkeys, CancellationToken stop) => ViewAsync(context, owner, passkeys, Form.Empty<NewPasskey>(), stop)).AllowSignedIn();
        own.MapPost("/kunci-sandi/pilihan", AskAsync).AllowSignedIn();
        own.MapPost("/kunci-sandi", AddAsync).AllowSignedIn().LimitGuesses();
        own.MapGet("/kunci-sandi/{id:guid}", ShowAsync).AllowSignedIn();
        own.MapPost("/kunci-sandi/{id:guid}", RenameAsync).AllowSignedIn();
        own.MapPost("/kunci-sandi/{id:guid}/hapus", RemoveAsync).AllowSignedIn().LimitGuesses();
    }

    static async Task<IResult> AskAsync(HttpContext context, IPasskeyHandler<User> handler, PasskeyChallenges challenges)
    {
        var account = SignedIn.Of(context)!.Account;
        var options = await handler.MakeCreationOptionsAsync(new() { Id = account.Id.ToString(), Name = account.Login, DisplayName = account.Name }, context);
        return PasskeyOptions.Answer(challenges.Keep(options.AttestationState, account.Id), options.CreationOptionsJson);
    }

    static async Task<Page> AddAsync(
        Form<NewPasskey> form, HttpContext context, OwnerProof owner, IPasskeyHandler<User> handler, PasskeyChallenges challenges, PasskeyList passkeys, Sessions sessions, TextLibrary texts,
        CancellationToken stop)
    {
        var account = SignedIn.Of(context)!.Account;
        if (!form.IsValid || !await owner.CheckAsync(context, form, form.Value.Present, stop)) return await ViewAsync(context, owner, passkeys, form, stop);
        if (!await TryAddAsync(form.Value, account, context, handler, challenges, passkeys, stop)) form.AddError("", texts.For(PageOwner.Host.Id, context)["passkey.not_added"]);
        if (!form.IsValid) return await ViewAsync(context, owner, passkeys, form, stop);
        await sessions.ProveAsync(context, stop);
        return Page.SeeOther(Path, message: "passkey.added");
    }

    static async Task<bool> TryAddAsync(NewPasskey typed, Account account, HttpContext context, IPasskeyHandler<User> handler, PasskeyChallenges challenges, PasskeyList passkeys, CancellationToken stop)
    {
        if (!challenges.TryTake(typed.Challenge, account.Id, out var state)) return false;
        var result = await handler.PerformAttestationAsync(new() { HttpContext = context, CredentialJson = typed.Credential ?? "", AttestationState = state });
        return result.Succeeded && result.UserEntity.Id == account.Id.ToString() && await passkeys.TryAddAsync(account.Id, result.Passkey, typed.Name, stop);
    }

    static async Task<Page> ShowAsync(Guid id, HttpContext context, OwnerProof owner, PasskeyList passkeys, CancellationToken stop) =>
        await FindAsync(id, context, passkeys, stop) is { } passkey ? View(context, owner, passkey, Form.Of(new PasskeyName(passkey.Name, null))) : Page.NotFound();

    static async Task<Page> RenameAsync(Guid id, Form<PasskeyName> form, HttpContext context, OwnerProof owner, PasskeyList passkeys, CancellationToken stop)
    {
        if (await FindAsync(id, context, passkeys, stop) is not { } passkey) return Page.NotFound();
        if (!form.IsValid) return View(context, owner, passkey, form);
        await passkeys.RenameAsync(passkey.AccountId, id, form.Value.Name, stop);
        return Page.SeeOther(Path, message: "own.saved");
    }

    static async Task<Page> RemoveAsync(Guid id, Form<Confirmed> typed, HttpContext context, OwnerProof owner, PasskeyList passkeys, Sessions sessions, TextLibrary texts, CancellationToken stop)
    {
        if (await FindAsync(id, context, passkeys, stop) is not { } passkey) return Page.NotFound();
        var form = new Form<PasskeyName>(new(passkey.Name, null), isFilled: true, new Dictionary<string, string> { ["name"] = passkey.Name });
        if (!await owner.CheckAsync(context, form, typed.IsValid ? typed.Value.Present : "", stop)) return View(context, owner, passkey, form);
        if (!await passkeys.TryRemoveAsync(SignedIn.Of(context)!, id, stop)) form.AddError("", texts.For(PageOwner.Host.Id, context)["passkey.needed"]);
        if (!form.IsValid) return View(context, owner, passkey, form);
        await sessions.RenewAsync(context, stop);
        return Page.SeeOther(Path, message: "passkey.removed");
    }

    static async Task<Passkey?> FindAsync(Guid id, HttpContext context, PasskeyList passkeys, CancellationToken stop) =>
        (await passkeys.OfAsync(SignedIn.Of(context)!.Account.Id, stop)).FirstOrDefault(passkey => passkey.Id == id);

    static Page View(HttpContext context, OwnerProof owner, Passkey passkey, Form form) => Page.View("account-passkey", new { asks = !owner.IsFresh(context), id = passkey.Id, name = passkey.Name }, form);

    static async Task<Page> ViewAsync(HttpContext context, OwnerProof owner, PasskeyList passkeys, Form form, CancellationToken stop)
    {
        var all = await passkeys.OfAsync(SignedIn.Of(context)!.Account.Id, stop);
        return Page.View("account-passkeys", new
        {
            asks = !owner.IsFresh(context),
            passkeys = all.Select(passkey => new { id = passkey.Id, name = passkey.Name, added_at = passkey.AddedAt, used_at = passkey.UsedAt }).ToArray(),
            may_add = all.Count < PasskeyList.Most,
        }, form);
    }
}

/// <summary>What is sent to add a passkey.</summary>
sealed record NewPasskey(
    [Required, StringLength(60), Display(Name = "passkey_name")] string Name,
    [StringLength(200), DataType(DataType.Password)] string? Present,
    [StringLength(100)] string? Challenge,
    [StringLength(20_000)] string? Credential);

/// <summary>What a passkey is called; the password is for its removal, on the same page.</summary>
sealed record PasskeyName([Required, StringLength(60), Display(Name = "passkey_name")] string Name, [StringLength(200), DataType(DataType.Password)] string? Present);
