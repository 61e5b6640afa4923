using Microsoft.AspNetCore.Authentication;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Privacy;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Accounts.Own;

/// <summary>
/// Closing my account. First the modules erase what they keep of the person, in every village: who is stopped there closes it once more. Then
/// name, login, ways to sign in, devices and roles go; what I did keeps the account's id alone.
/// </summary>
static class CloseAccount
{
    public static Page Show(HttpContext context, OwnerProof owner) => View(context, owner, Form.Empty<Confirmed>());

    public static async Task<IResult> CloseAsync(
        Form<Confirmed> form, HttpContext context, OwnerProof owner, AccountDocuments documents, PersonalRequests requests, ModulePersonalData data, VillageRegistry villages, TextLibrary texts,
        CancellationToken stop)
    {
        if (!form.IsValid || !await owner.CheckAsync(context, form, form.Value.Present, stop)) return View(context, owner, form);
        var (id, words) = (SignedIn.Of(context)!.Account.Id, texts.For(PageOwner.Host.Id, context));
        if (await FindLastAsync(documents.OpenSession(), id, stop) is { } only) form.AddError("", Told(only, words, villages));
        else if (!await TryEraseAsync(data, id, stop)) form.AddError("", words["privacy.not_erased"]);
        else if (await documents.SaveAsync(session => TryCloseAsync(session, id, requests, stop), stop) is { } last) form.AddError("", Told(last, words, villages));
        if (!form.IsValid) return View(context, owner, form);
        await context.SignOutAsync(SessionCookie.Scheme);
        return Page.SeeOther("/masuk", message: "own.close.done");
    }

    static string Told(RoleAssignment last, ITexts words, VillageRegistry villages) => words[$"own.close.last.{last.Role}", PlaceName.Of(last.Scope, villages)];

    static async Task<bool> TryEraseAsync(ModulePersonalData data, Guid id, CancellationToken stop)
    {
        try
        {
            await data.EraseAsync(id, Scope.Regency, stop);
            return true;
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or StorageUnavailableException))
        {
            return false;
        }
    }

    /// <summary>The role that nobody else has where somebody must, or null.</summary>
    static async Task<RoleAssignment?> FindLastAsync(IDocumentSession session, Guid id, CancellationToken stop)
    {
        var roles = await session.Query<RoleAssignment>().Where(role => role.AccountId == id).ToListAsync(stop);
        foreach (var role in roles.Where(LastAdministrator.IsMeant))
            if (!await LastAdministrator.HasOtherAsync(session, role, stop)) return role;
        return null;
    }

    /// <summary>Null once it is closed, or the role that nobody else has; nothing is changed then.</summary>
    static async Task<RoleAssignment?> TryCloseAsync(IDocumentSession session, Guid id, PersonalRequests requests, CancellationToken stop)
    {
        if (await FindLastAsync(session, id, stop) is { } last) return last;
        await AccountRemoval.RemoveAsync(session, id, stop);
        await requests.ForgetAsync(session, id, stop);
        return null;
    }

    static Page View(HttpContext context, OwnerProof owner, Form form) => Page.View("account-close", new { asks = !owner.IsFresh(context) }, form);
}
