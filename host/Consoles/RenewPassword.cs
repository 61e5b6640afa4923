using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles;

/// <summary>A slip for somebody of this village who forgot the password. It opens no more than its maker may do: whoever has a role elsewhere, or a higher one, asks there.</summary>
static class RenewPassword
{
    public static async Task<Page> HandleAsync(
        Guid id, Form<Confirmation> form, HttpContext context, AccountDocuments documents, People people, GrantableRoles roles, Slips slips, TextLibrary texts, TimeProvider clock, CancellationToken stop)
    {
        var all = await people.OfAsync(PresentVillage.Of(context)!, stop);
        if (all.FirstOrDefault(person => person.Id == id) is not { } person) return Page.NotFound();
        var session = documents.OpenSession();
        if (await session.LoadAsync<Account>(person.Account, stop) is not { } account || await session.LoadAsync<RoleAssignment>(id, stop) is not { } role) return Page.NotFound();
        if (await RefusalAsync(session, account, role, roles.Of(context), context, stop) is { } refusal) return await RefuseAsync(refusal, context, people, roles, texts, stop);
        var content = new SlipContent(account.Name, role.Role, role.Scope, SignedIn.Of(context)?.Account.Id, account);
        return PrintedSlip.View(content, await slips.MakeAsync(content, stop), context, clock);
    }

    static async Task<string?> RefusalAsync(IDocumentSession session, Account account, RoleAssignment here, IReadOnlyList<string> grantable, HttpContext context, CancellationToken stop)
    {
        if (account.Id == SignedIn.Of(context)?.Account.Id) return "console.people.renew_self";
        var all = await session.Query<RoleAssignment>().Where(role => role.AccountId == account.Id).ToListAsync(stop);
        return all.All(role => role.Scope == here.Scope && grantable.Contains(role.Role)) ? null : "console.people.renew_not_yours";
    }

    static Task<Page> RefuseAsync(string reason, HttpContext context, People people, GrantableRoles roles, TextLibrary texts, CancellationToken stop)
    {
        var form = new Form<Invitation>(null, isFilled: true, new Dictionary<string, string>());
        form.AddError("", texts.For(PageOwner.Host.Id, context)[reason]);
        return ManagePeople.ViewAsync(context, people, roles, texts, form, stop);
    }
}
