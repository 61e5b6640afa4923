namespace SmartKampung.Host.Accounts.Own;

/// <summary>My account: what there is, a line each.</summary>
static class ShowAccount
{
    public static async Task<Page> HandleAsync(HttpContext context, PresentAccounts accounts, OwnConsoles consoles, CancellationToken stop)
    {
        var person = SignedIn.Of(context)!;
        var account = person.Account;
        var present = await accounts.FindAsync(account.Id, stop);
        return Page.View("account", new
        {
            consoles = consoles.Of(person.Roles, context),
            name = account.Name,
            login = account.Login,
            has_app = account.HasAuthenticator,
            codes = account.RecoveryCodes.Count,
            has_passkeys = account.HasPasskeys,
            needs_step = person.NeedsSecondStep,
            devices = present?.Devices.Count ?? 1,
            roles = person.Roles.Count,
        });
    }
}
