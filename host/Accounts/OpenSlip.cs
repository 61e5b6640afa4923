using SmartKampung.Host.Pages;
using SmartKampung.Host.Privacy;
using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Accounts;

/// <summary>Does what a slip is for, and marks it as used: all in one unit of work.</summary>
sealed class OpenSlip(
    AccountDocuments documents, Sessions sessions, Passwords passwords, SetPassword set, Notices notices, Consents consents, TextLibrary library, TimeProvider clock)
{
    /// <summary>Signs the new account in, or tells in the form what is wrong. False where the slip was used meanwhile.</summary>
    public async Task<bool> RunAsync(Slip slip, Form<NewAccount> form, HttpContext context, CancellationToken stop)
    {
        var texts = library.For(PageOwner.Host.Id, context);
        if (await MakeAsync(form, texts) is not { } account) return true;
        try
        {
            var notice = form.Value.NewsConsent ? await notices.VersionAsync(Scope.Parse(slip.Scope), stop) : null;
            if (!await TrySaveAsync(slip.Id, account, notice, stop)) return false;
        }
        catch (DuplicateException taken) when (taken.Key.Contains(nameof(RoleAssignment.Reference), StringComparison.Ordinal))
        {
            return false; // The person has an account already, opened with an earlier slip.
        }
        catch (DuplicateException)
        {
            form.AddError(nameof(NewAccount.Login), texts["account.login.taken"]);
            return true;
        }

        await sessions.BeginAsync(context, account, Proof.Password, stop);
        return true;
    }

    async Task<Account?> MakeAsync(Form<NewAccount> form, ITexts texts)
    {
        var typed = form.Value;
        var account = new Account { Login = typed.Login.Trim(), LoginKey = LoginNormalizer.Normalize(typed.Login) ?? "", Name = typed.Name, Stamp = Account.NewStamp(), CreatedAt = clock.GetUtcNow() };
        if (account.LoginKey.Length == 0) form.AddError(nameof(typed.Login), texts["account.login.wrong"]);
        if (await passwords.WeaknessAsync(account, typed.Password) is { } weakness) form.AddError(nameof(typed.Password), texts[weakness]);
        return form.IsValid ? account with { Password = passwords.Hash(account, typed.Password) } : null;
    }

    /// <param name="id">Of the slip.</param>
    /// <param name="account">The new account.</param>
    /// <param name="notice">The version of the privacy notice under which they agreed to news, or null where they did not.</param>
    /// <param name="stop">Cancels the saving.</param>
    Task<bool> TrySaveAsync(Guid id, Account account, string? notice, CancellationToken stop) => documents.SaveAsync(
        async session =>
        {
            if (await TakeAsync(session, id, stop) is not { } slip) return false;
            session.Store(account);
            session.Store(RoleOf(slip, account.Id));
            if (notice is not null) consents.Give(session, account.Id, notice);
            return true;
        },
        stop);

    /// <summary>Adds the slip's role to an account. False where it has the role already, null where the slip was used meanwhile.</summary>
    public async Task<bool?> AddRoleAsync(Slip opened, Guid account, CancellationToken stop)
    {
        try
        {
            return await documents.SaveAsync<bool?>(
                async session =>
                {
                    if (await TakeAsync(session, opened.Id, stop) is not { } slip) return null;
                    session.Store(await TiedAsync(session, slip, account, stop) ?? RoleOf(slip, account));
                    return true;
                },
                stop);
        }
        catch (DuplicateException)
        {
            return false;
        }
    }

    /// <summary>
    /// Whose password the slip renews. Null where that one has proved themselves otherwise since, or has got a role that whoever made the slip might not have:
    /// nobody gets more by a slip than who made it had.
    /// </summary>
    public async Task<Account?> OwnerAsync(Slip slip, CancellationToken stop) => await OwnerAsync(documents.OpenSession(), slip, stop);

    /// <summary>Sets the new password. Null where the slip is worth nothing any more.</summary>
    public Task<Account?> RenewAsync(Slip opened, string password, CancellationToken stop) => documents.SaveAsync(
        async session =>
        {
            if (await OwnerAsync(session, opened, stop) is not { } owner || await TakeAsync(session, opened.Id, stop) is null) return null;
            return await set.RunAsync(session, owner.Id, password, account => account.Stamp == owner.Stamp, stop);
        },
        stop);

    static async Task<Account?> OwnerAsync(IDocumentSession session, Slip slip, CancellationToken stop)
    {
        if (await session.LoadAsync<Account>(slip.AccountId ?? Guid.Empty, stop) is not { } account || account.Stamp != slip.AccountStamp) return null;
        var roles = await session.Query<RoleAssignment>().Where(role => role.AccountId == account.Id).ToListAsync(stop);
        return roles.All(role => role.Scope == slip.Scope && role.GivenAt <= slip.MadeAt) ? account : null;
    }

    /// <summary>Marks the slip as used, or tells that it is not open any more.</summary>
    async Task<Slip?> TakeAsync(IDocumentSession session, Guid id, CancellationToken stop)
    {
        if (await session.LoadAsync<Slip>(id, stop) is not { } slip || !slip.IsOpen(clock.GetUtcNow())) return null;
        session.Store(slip with { UsedAt = clock.GetUtcNow() });
        return slip;
    }

    /// <summary>The role that the account has already, now with the reference of the slip; null where there is nothing to tie.</summary>
    static async Task<RoleAssignment?> TiedAsync(IDocumentSession session, Slip slip, Guid account, CancellationToken stop)
    {
        if (slip.Reference is null) return null;
        var present = await session.Query<RoleAssignment>().Where(role => role.AccountId == account && role.Scope == slip.Scope && role.Role == slip.Role).FirstOrDefaultAsync(stop);
        return present is { Reference: null } ? present with { Reference = slip.Reference } : null;
    }

    RoleAssignment RoleOf(Slip slip, Guid account) => new() { AccountId = account, Role = slip.Role, Scope = slip.Scope, Territory = slip.Territory, Reference = slip.Reference, GivenAt = clock.GetUtcNow(), GivenBy = slip.MadeBy };
}
