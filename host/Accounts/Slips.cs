using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace SmartKampung.Host.Accounts;

/// <summary>Makes slips and opens them.</summary>
sealed class Slips(AccountDocuments documents, IDataProtectionProvider protection, TimeProvider clock)
{
    readonly IDataProtector protector = protection.CreateProtector("SmartKampung.Slip");

    /// <summary>Makes a slip and tells its code, which nobody can tell afterwards.</summary>
    public async Task<SlipCode> MakeAsync(string name, string role, string scope, Guid? madeBy, CancellationToken stop)
    {
        while (true)
        {
            var session = documents.OpenSession();
            var code = SlipCode.Make();
            session.Store(new Slip
            {
                Selector = code.Selector,
                Verifier = protector.Protect(code.Verifier),
                Name = name,
                Role = role,
                Scope = scope,
                ExpiresAt = clock.GetUtcNow() + Slip.Life,
                MadeBy = madeBy,
            });
            if (await TrySaveAsync(session, stop)) return code;
        }
    }

    /// <summary>The open slip of a code, or null. A wrong second half is counted, so that a slip can't be guessed.</summary>
    public async Task<Slip?> FindAsync(string? typed, CancellationToken stop)
    {
        if (SlipCode.Read(typed) is not { } code) return null;
        var session = documents.OpenSession();
        var slip = await session.Query<Slip>().Where(slip => slip.Selector == code.Selector).FirstOrDefaultAsync(stop);
        if (slip is null || !slip.IsOpen(clock.GetUtcNow())) return null;
        if (IsProof(slip, code.Verifier)) return slip;
        await CountAsync(slip.Id, stop);
        return null;
    }

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

    /// <summary>Guesses at once are all counted: who was overtaken counts again.</summary>
    async Task CountAsync(Guid id, CancellationToken stop)
    {
        while (true)
        {
            var session = documents.OpenSession();
            if (await session.LoadAsync<Slip>(id, stop) is not { } slip) return;
            session.Store(slip with { Attempts = slip.Attempts + 1 });
            if (await TrySaveAsync(session, stop)) return;
        }
    }

    static async Task<bool> TrySaveAsync(IDocumentSession session, CancellationToken stop)
    {
        try
        {
            await session.SaveChangesAsync(stop);
            return true;
        }
        catch (Exception overtaken) when (overtaken is ConcurrencyException or DuplicateException)
        {
            return false;
        }
    }
}
