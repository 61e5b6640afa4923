using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Accounts;

/// <summary>While the installation has no regency administrator, each start prints the address of a slip for the first one.</summary>
sealed partial class InviteFirstAdministrator(
    AccountDocuments documents, Slips slips, IHostApplicationLifetime lifetime, Origin origin, ILogger<InviteFirstAdministrator> log) : BackgroundService
{
    const string Name = "Administrator kabupaten";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await InviteAsync(stoppingToken);
        }
        catch (StorageUnavailableException failure)
        {
            TellOfFailure(log, failure);
        }
    }

    async Task InviteAsync(CancellationToken stop)
    {
        var scope = Scope.Regency.ToString();
        var session = documents.OpenSession();
        if (await session.Query<RoleAssignment>().Where(role => role.Scope == scope && role.Role == Roles.RegencyAdministrator).AnyAsync(stop)) return;
        foreach (var earlier in await session.Query<Slip>().Where(slip => slip.Scope == scope && slip.MadeBy == null).ToListAsync(stop)) session.Delete(earlier);
        await session.SaveChangesAsync(stop);
        var code = await slips.MakeAsync(Name, Roles.RegencyAdministrator, scope, madeBy: null, stop);
        lifetime.ApplicationStarted.Register(() => Tell(log, $"{origin.Address}/slip?kode={code}"));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "There is no regency administrator yet. Make the first account at {Address} (valid once, until the next start)")]
    static partial void Tell(ILogger log, string address);

    [LoggerMessage(Level = LogLevel.Error, Message = "There is no regency administrator yet, and the slip for the first could not be saved. Start again when the disk has room")]
    static partial void TellOfFailure(ILogger log, Exception failure);
}
