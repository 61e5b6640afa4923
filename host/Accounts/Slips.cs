using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace SmartKampung.Host.Accounts;

/// <summary>Makes slips and opens them.</summary>
sealed class Slips(AccountDocuments documents, IDataProtectionProvider protection, WrongGuesses guesses, TimeProvider clock)
{
    readonly IDataProtector protector = protection.CreateProtector("SmartKampung.Slip");

    /// <summary>Makes a slip and tells its code, which nobody can tell afterwards.</summary>
    public Task<SlipCode> MakeAsync(string name, string role, string scope, Guid? madeBy, CancellationToken stop) =>
        MakeAsync(new SlipContent(name, role, scope, madeBy), stop);

    /// <inheritdoc cref="MakeAsync(string, string, string, Guid?, CancellationToken)" />
    public async Task<SlipCode> MakeAsync(SlipContent content, CancellationToken stop)
    {
        while (true)
        {
            var session = documents.OpenSession();
            var code = SlipCode.Make();
            session.Store(new Slip
            {
                Selector = code.Selector,
                Verifier = protector.Protect(code.Verifier),
                Name = content.Name,
                Role = content.Role,
                Scope = content.Scope,
                Territory = content.Territory,
                Reference = content.Reference,
                ExpiresAt = clock.GetUtcNow() + Slip.Life,
                MadeBy = content.MadeBy,
                AccountId = content.Renews?.Id,
                AccountStamp = content.Renews?.Stamp,
            });
            if (await AccountDocuments.TrySaveAsync(session, stop)) return code;
        }
    }

    /// <summary>The open slip of a code, or null, which is counted as a guess of the address that it comes from.</summary>
    public async Task<Slip?> FindAsync(string? typed, HttpContext context, CancellationToken stop)
    {
        if (await FindAsync(typed, stop) is { } slip) return slip;
        guesses.Add(context);
        return null;
    }

    /// <summary>Each try is counted before it is looked at, so that guesses at once are no more than guesses one by one, and a right one is forgotten again.</summary>
    async Task<Slip?> FindAsync(string? typed, CancellationToken stop)
    {
        if (SlipCode.Read(typed) is not { } code) return null;
        if (await documents.OpenSession().Query<Slip>().Where(slip => slip.Selector == code.Selector).FirstOrDefaultAsync(stop) is not { } slip) return null;
        if (await documents.ChangeAsync<Slip>(slip.Id, Count, stop) is not { } counted || !IsProof(counted, code.Verifier)) return null;
        return await documents.ChangeAsync<Slip>(slip.Id, proved => proved with { Attempts = proved.Attempts - 1 }, stop);
    }

    Slip? Count(Slip slip) => slip.IsOpen(clock.GetUtcNow()) ? slip with { Attempts = slip.Attempts + 1 } : null;

    bool IsProof(Slip slip, string verifier)
    {
        try
        {
            return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(protector.Unprotect(slip.Verifier)), Encoding.ASCII.GetBytes(verifier));
        }
        catch (CryptographicException)
        {
            return false; // The installation's keys were lost: its slips are worth nothing.
        }
    }
}

/// <param name="Name">Whom it is for.</param>
/// <param name="Role">What they get, or have.</param>
/// <param name="Scope">Where.</param>
/// <param name="MadeBy">The account of who makes it.</param>
/// <param name="Renews">Whose password it renews; null to invite somebody.</param>
/// <param name="Territory">The part of the village that the role is limited to, or null.</param>
/// <param name="Reference">By what a module knows the person, or null.</param>
sealed record SlipContent(string Name, string Role, string Scope, Guid? MadeBy, Account? Renews = null, Territory? Territory = null, Guid? Reference = null);
