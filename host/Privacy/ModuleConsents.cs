using SmartKampung.Host.Modules;
using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Privacy;

/// <summary>Answers a module about the person of the present request, in the present village.</summary>
/// <param name="module">The module's id.</param>
/// <param name="purposes">What it registered.</param>
/// <param name="consents">What people agreed to.</param>
/// <param name="notices">What they could read.</param>
/// <param name="person">Who is signed in.</param>
/// <param name="context">Where.</param>
sealed class ModuleConsents(string module, IReadOnlyList<ConsentPurpose> purposes, Consents consents, Notices notices, IPerson person, CapsuleContext context) : IConsents
{
    Scope Place => context.VillageOrNull is { } village ? Scope.Village(village.Id) : Scope.Regency;

    public async Task<bool> HasGivenAsync(ConsentPurpose purpose, CancellationToken stop = default)
    {
        Demand(purpose);
        return person.Id is { } account && await consents.HasAsync(Consent.KeyOf(module, purpose, Place, account), stop);
    }

    public async Task GiveAsync(ConsentPurpose purpose, CancellationToken stop = default)
    {
        Demand(purpose);
        var account = person.Id ?? throw new InvalidOperationException("Nobody is signed in, so nobody can agree.");
        await consents.GiveAsync(module, purpose, Place, account, await notices.VersionAsync(Place, stop), stop);
    }

    void Demand(ConsentPurpose purpose)
    {
        if (!purposes.Contains(purpose)) throw new InvalidOperationException($"The purpose '{purpose.Key}' is not among those that '{module}' registered with AddConsentPurpose.");
    }
}
