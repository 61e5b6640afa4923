using SmartKampung.Host.Accounts;
using SmartKampung.Host.Consoles;

namespace SmartKampung.Host.Modules;

/// <summary>Slips that a module makes in its village.</summary>
sealed class ModuleSlips(ResidentSlips slips, CapsuleContext context) : ISlips
{
    public async Task<ResidentSlip?> MakeAsync(string name, Guid reference, CancellationToken stop)
    {
        var http = context.Http ?? throw new InvalidOperationException("A slip is shown to who asked for it, so it is made in a request.");
        return await slips.MakeAsync(name, reference, context.Village, SignedIn.Of(http)?.Account.Id, stop) is var (content, code)
            ? PrintedSlip.OfResident(content, code, http)
            : null;
    }

    public Task<IReadOnlySet<Guid>> FindRegisteredAsync(IReadOnlyCollection<Guid> references, CancellationToken stop) => slips.FindRegisteredAsync(references, context.Village, stop);
}
