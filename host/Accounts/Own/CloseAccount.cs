using Microsoft.AspNetCore.Authentication;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Privacy;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Accounts.Own;

/// <summary>Closing my account: name, login, ways to sign in, devices and roles go; what I did keeps the account's id alone.</summary>
static class CloseAccount
{
    public static Page Show(HttpContext context, OwnerProof owner) => View(context, owner, Form.Empty<Confirmed>());

    public static async Task<IResult> CloseAsync(
        Form<Confirmed> form, HttpContext context, OwnerProof owner, AccountDocuments documents, PersonalRequests requests, VillageRegistry villages, TextLibrary texts, CancellationToken stop)
    {
        if (!form.IsValid || !await owner.CheckAsync(context, form, form.Value.Present, stop)) return View(context, owner, form);
        if (await documents.SaveAsync(session => TryCloseAsync(session, SignedIn.Of(context)!.Account.Id, requests, stop), stop) is { } last)
        {
            form.AddError("", texts.For(PageOwner.Host.Id, context)[$"own.close.last.{last.Role}", PlaceName.Of(last.Scope, villages)]);
            return View(context, owner, form);
        }

        await context.SignOutAsync(SessionCookie.Scheme);
        return Page.SeeOther("/masuk", message: "own.close.done");
    }

    /// <summary>Null once it is closed, or the role that nobody else has; nothing is changed then.</summary>
    static async Task<RoleAssignment?> TryCloseAsync(IDocumentSession session, Guid id, PersonalRequests requests, CancellationToken stop)
    {
        var roles = await session.Query<RoleAssignment>().Where(role => role.AccountId == id).ToListAsync(stop);
        foreach (var role in roles.Where(LastAdministrator.IsMeant))
            if (!await LastAdministrator.HasOtherAsync(session, role, stop)) return role;
        await AccountRemoval.RemoveAsync(session, id, stop);
        await requests.ForgetAsync(session, id, stop);
        return null;
    }

    static Page View(HttpContext context, OwnerProof owner, Form form) => Page.View("account-close", new { asks = !owner.IsFresh(context) }, form);
}
