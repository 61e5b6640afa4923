using System.Globalization;
using Microsoft.AspNetCore.Identity;
using SmartKampung.Host.Accounts.Passkeys;

namespace SmartKampung.Host.Accounts;

/// <summary>Keeps Identity's users in the installation's documents.</summary>
sealed partial class AccountStore(AccountDocuments documents, PasskeyList passkeys) : IUserPasswordStore<User>, IUserSecurityStampStore<User>, IUserPasskeyStore<User>
{
    public async Task<IdentityResult> CreateAsync(User user, CancellationToken cancellationToken) => await SaveAsync(user, cancellationToken);

    public async Task<IdentityResult> UpdateAsync(User user, CancellationToken cancellationToken) => await SaveAsync(user, cancellationToken);

    public async Task<IdentityResult> DeleteAsync(User user, CancellationToken cancellationToken)
    {
        var session = documents.OpenSession();
        session.Delete(user.Account);
        return await TrySaveAsync(session, cancellationToken);
    }

    public async Task<User?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, CultureInfo.InvariantCulture, out var id) && await documents.OpenSession().LoadAsync<Account>(id, cancellationToken) is { } account ? new User(account) : null;

    public async Task<User?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        await documents.OpenSession().Query<Account>().Where(account => account.LoginKey == normalizedUserName).FirstOrDefaultAsync(cancellationToken) is { } account ? new User(account) : null;

    public Task<string> GetUserIdAsync(User user, CancellationToken cancellationToken) => Task.FromResult(user.Account.Id.ToString());

    public Task<string?> GetUserNameAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Account.Login);

    public Task SetUserNameAsync(User user, string? userName, CancellationToken cancellationToken) => Set(user, user.Account with { Login = userName ?? "" });

    public Task<string?> GetNormalizedUserNameAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Account.LoginKey);

    public Task SetNormalizedUserNameAsync(User user, string? normalizedName, CancellationToken cancellationToken) => Set(user, user.Account with { LoginKey = normalizedName ?? "" });

    public Task SetPasswordHashAsync(User user, string? passwordHash, CancellationToken cancellationToken) => Set(user, user.Account with { Password = passwordHash });

    public Task<string?> GetPasswordHashAsync(User user, CancellationToken cancellationToken) => Task.FromResult(user.Account.Password);

    public Task<bool> HasPasswordAsync(User user, CancellationToken cancellationToken) => Task.FromResult(user.Account.Password is not null);

    public Task SetSecurityStampAsync(User user, string stamp, CancellationToken cancellationToken) => Set(user, user.Account with { Stamp = stamp });

    public Task<string?> GetSecurityStampAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Account.Stamp);

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(User user, CancellationToken cancellationToken) =>
        [.. (await passkeys.OfAsync(user.Account.Id, cancellationToken)).Select(passkey => passkey.ToInfo())];

    public async Task<User?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await passkeys.FindAsync(credentialId, cancellationToken) is { } passkey ? await FindByIdAsync(passkey.AccountId.ToString(), cancellationToken) : null;

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken) =>
        await passkeys.FindAsync(credentialId, cancellationToken) is { } passkey && passkey.AccountId == user.Account.Id ? passkey.ToInfo() : null;

    public Task AddOrUpdatePasskeyAsync(User user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw new NotSupportedException($"Passkeys are changed by {nameof(PasskeyList)}.");

    public Task RemovePasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken) => throw new NotSupportedException($"Passkeys are changed by {nameof(PasskeyList)}.");

    public void Dispose()
    {
        // Sessions hold nothing open.
    }

    static Task Set(User user, Account account)
    {
        user.Account = account;
        return Task.CompletedTask;
    }

    async Task<IdentityResult> SaveAsync(User user, CancellationToken stop)
    {
        var session = documents.OpenSession();
        session.Store(user.Account);
        var result = await TrySaveAsync(session, stop);
        if (result.Succeeded) user.Account = user.Account with { Version = user.Account.Version + 1 };
        return result;
    }

    static async Task<IdentityResult> TrySaveAsync(IDocumentSession session, CancellationToken stop)
    {
        var told = new IdentityErrorDescriber();
        try
        {
            await session.SaveChangesAsync(stop);
            return IdentityResult.Success;
        }
        catch (ConcurrencyException)
        {
            return IdentityResult.Failed(told.ConcurrencyFailure());
        }
        catch (DuplicateException)
        {
            return IdentityResult.Failed(told.DuplicateUserName(""));
        }
    }
}
