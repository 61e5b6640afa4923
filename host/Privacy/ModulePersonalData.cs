using System.Text.Json.Nodes;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Privacy;

/// <summary>What modules keep of a person, found and erased through what they registered; a module that is off in a village keeps it too.</summary>
sealed partial class ModulePersonalData(
    ModuleHost modules, ModuleLimits limits, VillageRegistry villages, VillageCache cache, IDocumentStore store, IServiceProvider host, ILogger<ModulePersonalData> log)
{
    /// <summary>What is kept of an account in a village, or in all.</summary>
    public async Task<PersonalFindings> FindAsync(Guid account, Scope scope, CancellationToken stop)
    {
        var (kept, missing) = (new List<PersonalFinding>(), new HashSet<string>(from module in modules.Modules where !module.IsRunning select module.Id));
        foreach (var (capsule, village) in Asked(scope))
        {
            try
            {
                kept.AddRange(await limits.RunPartAsync(capsule, token => FindAsync(capsule, village, account, token), stop));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogNotFound(log, failure, capsule.Id, village.Code);
                missing.Add(capsule.Id);
            }
        }

        return new(kept, [.. missing.Order(StringComparer.Ordinal)]);
    }

    /// <summary>Has each module erase what it may, village by village. Stopped half-way it is called again.</summary>
    public async Task<int> EraseAsync(Guid account, Scope scope, CancellationToken stop)
    {
        var erased = 0;
        foreach (var (capsule, village) in Asked(scope))
            erased += await limits.RunPartAsync(capsule, token => EraseAsync(capsule, village, account, capsule.Registrations.PersonalData, token), stop);
        return erased;
    }

    /// <summary>Has a module take from its documents what needed a consent that was taken back; a module that does not run has it asked again later.</summary>
    /// <exception cref="ModuleException">The module is not running.</exception>
    public async Task TakeBackAsync(ConsentTakenBack consent, CancellationToken stop)
    {
        if (villages.Find(Scope.Parse(consent.Place).VillageId) is not { } village || !store.Exists(Partition.OfVillage(village.Id))) return;
        var capsule = modules.Running.FirstOrDefault(module => module.Id == consent.Module) ?? throw new ModuleException($"Module {consent.Module} is not running.");
        PersonalDataRegistration[] consented = [.. from data in capsule.Registrations.ConsentedData where data.Purpose.Key == consent.Purpose select data.Documents];
        await limits.RunPartAsync(capsule, token => EraseAsync(capsule, village, consent.Account, consented, token), stop);
    }

    IEnumerable<(Capsule Capsule, VillageEntry Village)> Asked(Scope scope) =>
        from capsule in modules.Running.Where(capsule => capsule.Registrations.PersonalData.Count > 0).ToArray()
        from village in villages.Villages.All
        where scope.Covers(village) && store.Exists(Partition.OfVillage(village.Id))
        select (capsule, village);

    async Task<IReadOnlyList<PersonalFinding>> FindAsync(Capsule capsule, VillageEntry village, Guid account, CancellationToken stop)
    {
        await using var scope = capsule.Enter(await cache.GetAsync(village, stop), host);
        var session = scope.Services.GetRequiredService<IDocumentSession>();
        var found = new List<PersonalFinding>();
        foreach (var registration in capsule.Registrations.PersonalData)
            found.AddRange(from document in await registration.FindAsync(session, account, stop) select Told(capsule, village, document));
        return found;
    }

    async Task<int> EraseAsync(Capsule capsule, VillageEntry village, Guid account, IEnumerable<PersonalDataRegistration> registrations, CancellationToken stop)
    {
        await using var scope = capsule.Enter(await cache.GetAsync(village, stop), host);
        var session = scope.Services.GetRequiredService<IDocumentSession>();
        var erased = 0;
        foreach (var registration in registrations) erased += await registration.EraseAsync(session, account, stop);
        if (erased > 0) await scope.Unit.SaveAsync(stop);
        return erased;
    }

    static PersonalFinding Told(Capsule capsule, VillageEntry village, Document document)
    {
        var type = capsule.Documents.TypeOf(document.GetType());
        var json = JsonNode.Parse(type.Write(document))!.AsObject();
        foreach (var secret in type.Secrets) json.Remove(secret);
        return new(capsule.Id, village.Name, type.Name, json);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Module {Module} does not tell what it keeps of a person in village {Village}")]
    static partial void LogNotFound(ILogger log, Exception failure, string module, string village);
}

/// <param name="Kept">What was found.</param>
/// <param name="Missing">The modules that could not tell.</param>
sealed record PersonalFindings(IReadOnlyList<PersonalFinding> Kept, IReadOnlyList<string> Missing);

/// <summary>A document that is about the person.</summary>
/// <param name="Module">Who keeps it.</param>
/// <param name="Village">Where.</param>
/// <param name="Type">What it is.</param>
/// <param name="Document">All of it, but what proves something.</param>
sealed record PersonalFinding(string Module, string Village, string Type, JsonObject Document);
