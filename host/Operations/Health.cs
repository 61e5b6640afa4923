using System.Security.Claims;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Background;
using SmartKampung.Host.Backups;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Papers;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Operations;

/// <summary>Tells monitors whether the host serves, and what does not; why is told to who sends the administrator key.</summary>
static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Ok(new { status = "live" })).ExcludeFromDescription();
        routes.MapGet("/health/ready", Ready).WithName("Ready").WithTags("Operations").Produces<HealthView>()
            .WithSummary("Whether the host serves, and which parts of it do not; the administrator key is told why.");
    }

    // 200 while the host serves: a failed module degrades it, and is not a reason to take 217 villages off the net.
    static IResult Ready(ClaimsPrincipal user, ModuleHost modules, DiskWatch disk, IDocumentStore store, WaitingVillages waiting, OutboxDelivery delivery, DamagedVillages damaged, BackupAlarm backups, PaperEngine papers, PersonalKeys keys)
    {
        var mayKnow = user.IsSystemAdministrator();
        var unusable = store.Unusable();
        return ApiJson.Ok(new HealthView(
            [.. modules.Modules.Select(module => ModuleHealth.Of(module, mayKnow))],
            DiskHealth.Of(disk.State, mayKnow),
            new(unusable.Count(partition => partition.Kind == PartitionKind.Village), mayKnow ? damaged.Describe(unusable) : null),
            new(unusable.Contains(Partition.Portal), waiting.Count, delivery.Failing),
            new(backups.Reasons.Count, mayKnow ? backups.Reasons : null),
            new(papers.Trouble is null, mayKnow ? papers.Trouble : null),
            new(!keys.IsThere)));
    }
}

/// <summary>How the host is.</summary>
/// <param name="Modules">The modules that were found.</param>
/// <param name="Disk">The room for the data.</param>
/// <param name="Villages">The villages whose data are damaged.</param>
/// <param name="Portal">Whether the portal shows what the villages have.</param>
/// <param name="Backups">Whether backups are made as they should be.</param>
/// <param name="Papers">Whether PDFs can be made.</param>
/// <param name="PersonalData">Whether personal data can be opened and kept.</param>
sealed record HealthView(IReadOnlyList<ModuleHealth> Modules, DiskHealth Disk, VillagesHealth Villages, PortalHealth Portal, BackupsHealth Backups, PapersHealth Papers, PersonalDataHealth PersonalData)
{
    /// <summary><c>ready</c>, or <c>degraded</c> where a part is not as it should be; served is in any case.</summary>
    public string Status { get; } =
        Modules.All(module => module.IsRunning) && Disk.State == DiskHealth.Ample && Villages.Damaged == 0 && Portal is { IsDamaged: false, Failing: 0 } && Backups.Failing == 0 && Papers.CanBeMade && !PersonalData.IsKeyMissing ? "ready" : "degraded";
}

/// <param name="Id">The module's id.</param>
/// <param name="Version">Its version, where its description could be read.</param>
/// <param name="State">Where it is in its life.</param>
/// <param name="Reason">Why it does not run; told to administrators.</param>
sealed record ModuleHealth(string Id, string? Version, string State, string? Reason)
{
    internal bool IsRunning => State == nameof(ModuleState.Running);

    public static ModuleHealth Of(Module module, bool mayKnow) =>
        new(module.Id, module.Manifest?.Version, module.State.ToString(), mayKnow ? module.Reason : null);
}

/// <param name="State"><c>ample</c>, <c>overBudget</c>, or <c>short</c>: nothing is saved until there is room again.</param>
/// <param name="Bytes">The figures, told to administrators.</param>
sealed record DiskHealth(string State, DiskState? Bytes)
{
    public const string Ample = "ample";

    public static DiskHealth Of(DiskState disk, bool mayKnow) => new(disk.IsShort ? "short" : disk.IsOverBudget ? "overBudget" : Ample, mayKnow ? disk : null);
}

/// <param name="Damaged">How many villages have data that are damaged; their pages are under repair.</param>
/// <param name="Reasons">The villages' codes with what happened, told to administrators.</param>
sealed record VillagesHealth(int Damaged, IReadOnlyDictionary<string, string>? Reasons);

/// <param name="IsDamaged">Whether the portal's own data are damaged; rebuilding makes them anew.</param>
/// <param name="Waiting">How many villages have changes that the portal does not show yet.</param>
/// <param name="Failing">In how many of them that failed and is tried again.</param>
sealed record PortalHealth(bool IsDamaged, int Waiting, int Failing);

/// <param name="Failing">How many villages were not backed up or restored as they should; one more where the folder can't take backups.</param>
/// <param name="Reasons">Why, told to administrators.</param>
sealed record BackupsHealth(int Failing, IReadOnlyCollection<string>? Reasons);

/// <param name="CanBeMade">Whether they can, as far as is known: nothing is tried out to tell.</param>
/// <param name="Reason">Why not, told to administrators.</param>
sealed record PapersHealth(bool CanBeMade, string? Reason);

/// <param name="IsKeyMissing">Whether the file of their keys is gone: what is sealed answers 503 until its copy is back.</param>
sealed record PersonalDataHealth(bool IsKeyMissing);
