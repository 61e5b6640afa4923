using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Accounts;

/// <summary>Makes the account of a slip, with its role, and marks the slip as used: all in one unit of work.</summary>
sealed class OpenSlip(
    AccountDocuments documents, Sessions sessions, Passwords passwords, TextLibrary library, TimeProvider clock)
{
    /// <summary>Signs the new account in, or tells in the form what is wrong. False where the slip was used meanwhile.</summary>
    public async Task<bool> RunAsync(Slip slip, Form<NewAccount> form, HttpContext context, CancellationToken stop)
    {
        var texts = library.For(PageOwner.Host.Id, context);
        if (await MakeAsync(form, texts) is not { } account) return true;
        try
        {
            if (!await TrySaveAsync(slip.Id, account, stop)) return false;
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
        if (await passwords.IsWeakAsync(account, typed.Password)) form.AddError(nameof(typed.Password), texts["account.password.weak"]);
        return form.IsValid ? account with { Password = passwords.Hash(account, typed.Password) } : null;
    }

    /// <summary>Who was overtaken by somebody who only looked at the slip tries again.</summary>
    async Task<bool> TrySaveAsync(Guid id, Account account, CancellationToken stop)
    {
        while (true)
        {
            var session = documents.OpenSession();
            if (await session.LoadAsync<Slip>(id, stop) is not { } slip || !slip.IsOpen(clock.GetUtcNow())) return false;
            session.Store(account);
            session.Store(slip with { UsedAt = clock.GetUtcNow() });
            session.Store(new RoleAssignment { AccountId = account.Id, Role = slip.Role, Scope = slip.Scope, Territory = slip.Territory, GivenAt = clock.GetUtcNow(), GivenBy = slip.MadeBy });
            try
            {
                await session.SaveChangesAsync(stop);
                return true;
            }
            catch (ConcurrencyException)
            {
                continue;
            }
        }
    }
}
