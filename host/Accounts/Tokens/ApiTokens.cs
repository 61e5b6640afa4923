using System.Security.Cryptography;
using System.Text;
using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Accounts;

/// <summary>Makes and checks API tokens, written <c>smk_SELECTOR_SECRET</c>. Only the hash of the secret is kept.</summary>
sealed class ApiTokens(AccountDocuments documents, PresentAccounts accounts, TimeProvider clock)
{
    const string Prefix = "smk_";
    const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
    const int SelectorLength = 12;
    const int SecretLength = 32;

    static readonly TimeSpan UseIsNotedEvery = TimeSpan.FromMinutes(5);

    public static bool IsToken(string sent) => sent.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Makes a token and tells it, which nobody can tell afterwards.</summary>
    public async Task<string> MakeAsync(Guid account, Guid village, string name, IReadOnlyList<string> permissions, DateTimeOffset expiresAt, CancellationToken stop)
    {
        var (selector, secret) = (RandomNumberGenerator.GetString(Letters, SelectorLength), RandomNumberGenerator.GetString(Letters, SecretLength));
        var session = documents.OpenSession();
        session.Store(new ApiToken
        {
            AccountId = account,
            Name = name,
            Scope = Scope.Village(village).ToString(),
            Permissions = permissions,
            Selector = selector,
            Hash = HashOf(secret),
            CreatedAt = clock.GetUtcNow(),
            ExpiresAt = expiresAt,
        });
        await session.SaveChangesAsync(stop);
        return $"{Prefix}{selector}_{secret}";
    }

    /// <summary>Who sends a token, as a person with the token's rights alone; null where it is wrong, over or taken back.</summary>
    public async Task<SignedIn?> FindAsync(string sent, CancellationToken stop)
    {
        if (sent[Prefix.Length..].Split('_') is not [{ Length: SelectorLength } selector, { Length: SecretLength } secret]) return null;
        if (await documents.OpenSession().Query<ApiToken>().Where(token => token.Selector == selector).FirstOrDefaultAsync(stop) is not { } token) return null;
        var isRight = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(token.Hash), Encoding.ASCII.GetBytes(HashOf(secret)));
        if (!isRight || token.ExpiresAt <= clock.GetUtcNow() || await accounts.FindAsync(token.AccountId, stop) is not { } person) return null;
        await NoteUseAsync(token, stop);
        return new(person.Account, person.RolesAt(clock.GetUtcNow()), DeviceOf(token)) { Token = token };
    }

    public async Task<IReadOnlyList<ApiToken>> OfAsync(Guid account, CancellationToken stop) =>
        await documents.OpenSession().Query<ApiToken>().Where(token => token.AccountId == account).OrderByDescending(token => token.CreatedAt).ToListAsync(stop);

    /// <summary>False where the person has no such token.</summary>
    public async Task<bool> TakeBackAsync(Guid id, Guid account, CancellationToken stop)
    {
        var session = documents.OpenSession();
        if (await session.LoadAsync<ApiToken>(id, stop) is not { } token || token.AccountId != account) return false;
        session.Delete(token);
        return await AccountDocuments.TrySaveAsync(session, stop);
    }

    Task NoteUseAsync(ApiToken token, CancellationToken stop) => clock.GetUtcNow() - token.UsedAt < UseIsNotedEvery
        ? Task.CompletedTask
        : documents.ChangeAsync<ApiToken>(token.Id, present => present with { UsedAt = clock.GetUtcNow() }, stop);

    /// <summary>A program proves itself by its token as well as a person does by two steps.</summary>
    static Device DeviceOf(ApiToken token) => new() { Id = token.Id, AccountId = token.AccountId, Proof = Proof.SecondStep, SignedInAt = token.CreatedAt };

    static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(secret)));
}
