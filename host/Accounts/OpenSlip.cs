using Microsoft.AspNetCore.Identity;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Accounts;

/// <summary>Makes the account of a slip, with its role, and marks the slip as used: all in one unit of work.</summary>
sealed class OpenSlip(
    AccountDocuments documents, Sessions sessions, IPasswordHasher<User> hasher, IEnumerable<IPasswordValidator<User>> validators, UserManager<User> users, TextLibrary library, TimeProvider clock)
{
    /// <summary>Signs the new account in, or tells in the form what is wrong.</summary>
    public async Task RunAsync(Slip slip, Form<NewAccount> form, HttpContext context, CancellationToken stop)
    {
        var texts = library.For(PageOwner.Host.Id, context);
        var typed = form.Value;
        if (LoginNormalizer.Normalize(typed.Login) is not { } key) form.AddError(nameof(typed.Login), texts["account.login.wrong"]);
        else if (await IsWeakAsync(typed)) form.AddError(nameof(typed.Password), texts["account.password.weak"]);
        else if (await TrySaveAsync(slip, typed, key, stop) is { } account) await sessions.BeginAsync(context, account, Proof.Password, stop);
        else form.AddError(nameof(typed.Login), texts["account.login.taken"]);
    }

    async Task<bool> IsWeakAsync(NewAccount typed)
    {
        var user = new User(new Account { Login = typed.Login, LoginKey = "", Name = typed.Name });
        foreach (var validator in validators)
            if (!(await validator.ValidateAsync(users, user, typed.Password)).Succeeded) return true;
        return false;
    }

    async Task<Account?> TrySaveAsync(Slip slip, NewAccount typed, string key, CancellationToken stop)
    {
        var account = new Account { Login = typed.Login.Trim(), LoginKey = key, Name = typed.Name, Stamp = Guid.NewGuid().ToString("N"), CreatedAt = clock.GetUtcNow() };
        account = account with { Password = hasher.HashPassword(new(account), typed.Password) };
        var session = documents.OpenSession();
        session.Store(account);
        session.Store(slip with { UsedAt = clock.GetUtcNow() });
        session.Store(new RoleAssignment { AccountId = account.Id, Role = slip.Role, Scope = slip.Scope, GivenAt = clock.GetUtcNow(), GivenBy = slip.MadeBy });
        try
        {
            await session.SaveChangesAsync(stop);
            return account;
        }
        catch (Exception overtaken) when (overtaken is ConcurrencyException or DuplicateException)
        {
            return null;
        }
    }
}
