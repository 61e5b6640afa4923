using SmartKampung.Host.Background;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Backups;

/// <summary>Puts a backup in a village's place: everything is checked and made ready first, then all of it holds at once.</summary>
sealed class RestoreBackup(
    IDocumentStore store, RestoreFiles files, RestoreTarget targets, RestoreFolders folders, RestoreCard cards, MakeBackup backups, BackupFolder folder, VillageMarks marks,
    VillageRegistry registry, ModuleHost modules, FinishRestores finish, BackupWork work, PersonalSeals seals, DataFolder data)
{
    /// <exception cref="BackupException">The backup is damaged or does not fit, and nothing was changed.</exception>
    public async Task<RestoredBackup> RunAsync(RestoreOrder order, Action<double> tell, CancellationToken stop)
    {
        using var backup = await BackupReader.OpenAsync(order.File, order.Passphrase, stop);
        if (await new CheckBackup(backup).RunAsync(part => tell(part * 0.4), stop) is { Count: > 0 } faults) throw new BackupException(BackupMessages.Damaged(faults));
        var from = seals.Of(Partition.OfVillage(backup.Manifest.Village.Id)).With((await backup.KeysAsync(stop)).Select(key => key.ToKey()));
        var card = SealedCard.Open(await backup.CardAsync(stop), backup.Manifest.Village.Id, from);
        var target = targets.Find(card.Village, order.Code);
        card = card with { Village = target };
        var takesRoles = order.TakesRoles ?? !target.IsRehearsal;
        var told = new RestoredBackup(target.Id, target.Code, target.Name, backup.Manifest.MadeAt, backup.Manifest.Documents.Sum(type => type.Count), backup.Manifest.AllFiles)
        {
            IsNew = target.Version == 0,
            WithoutAccount = takesRoles ? await cards.WithoutAccountAsync(card, stop) : [],
        };
        folder.Demand(data.Path, 2 * backup.Manifest.Bytes);
        var plan = new RestorePlan(Guid.CreateVersion7(), card, takesRoles, []) { Built = "" };
        if (order.IsTrial || order.IsBegun) return await RunAsync(backup, from, plan, told, order.IsTrial, tell, stop);
        return await work.RunAsync(target.Id, WorkKind.Restore, (_, end) => RunAsync(backup, from, plan, told, isTrial: false, tell, end), stop);
    }

    async Task<RestoredBackup> RunAsync(BackupReader backup, PartitionSeal from, RestorePlan plan, RestoredBackup told, bool isTrial, Action<double> tell, CancellationToken stop)
    {
        try
        {
            var (built, held) = Build(backup, from, plan.Card.Village, plan.Id);
            told = told with { Held = held };
            if (isTrial) return told;
            await files.RunAsync(backup, from, plan.Village, part => tell(0.4 + (part * 0.3)), stop);
            return told with { Before = await ReplaceAsync(plan with { Built = built }, part => tell(0.7 + (part * 0.2)), stop) };
        }
        finally
        {
            if (!folders.IsDecided(plan.Id)) folders.Remove(plan.Id);
        }
    }

    /// <summary>The village's new documents in a file of their own, brought to what the modules here know.</summary>
    (string Built, int Held) Build(BackupReader backup, PartitionSeal from, VillageRecord target, Guid id)
    {
        var partition = Partition.OfVillage(target.Id);
        var documents = new RestoredDocuments(backup, from, seals.Of(partition), target.IsRehearsal);
        try
        {
            using var build = store.Build(folders.Make(id), partition);
            documents.AddTo(build);
            foreach (var capsule in modules.Running) build.Prepare(capsule.Documents);
            return (build.Finish(), documents.Held);
        }
        catch (StorageUnavailableException refusal)
        {
            throw new BackupException(BackupMessages.DoesNotFit(refusal.Message), refusal);
        }
    }

    /// <summary>Nothing that was acknowledged is lost: what is replaced is backed up while nobody can save, unless nothing was saved since it was backed up.</summary>
    async Task<BackupRecord?> ReplaceAsync(RestorePlan plan, Action<double> tell, CancellationToken stop)
    {
        var (partition, present) = (Partition.OfVillage(plan.Village), registry.Find(plan.Village));
        var before = present is null ? null : await KeepAsync(present, tell, stop);
        using (await store.HoldAsync(partition))
        {
            if (before is not null && (await marks.AllAsync(stop))(plan.Village) != before.Mark) before = await KeepAsync(present!, tell, stop);
            plan = plan with { Shown = present is null ? [] : await ShownAsync(partition, stop) };
            stop.ThrowIfCancellationRequested();
            folders.Decide(plan with { Card = SealedCard.Seal(plan.Card, seals.Of(partition)) });
            store.Replace(partition, plan.Built);
        }

        await finish.RunAsync(plan, CancellationToken.None);
        return before;
    }

    /// <summary>What is damaged was set aside by the storage itself; a village that never had anything has nothing to keep.</summary>
    async Task<BackupRecord?> KeepAsync(VillageEntry present, Action<double> tell, CancellationToken stop)
    {
        var isKept = store.Health(Partition.OfVillage(present.Id)).IsUsable && (await marks.AllAsync(stop))(present.Id).Length > 0;
        return isKept ? await backups.RunAsync(present, BackupCause.BeforeRestore, folder.Passphrase(), tell, stop) : null;
    }

    async Task<IReadOnlyList<ShownDocuments>> ShownAsync(Partition partition, CancellationToken stop)
    {
        var shown = new List<ShownDocuments>();
        foreach (var capsule in modules.Running.Where(capsule => capsule.Registrations.ReadModels.Count > 0 && store.Health(partition).IsUsable))
        {
            var source = store.OpenSession(partition, capsule.Documents);
            var documents = new List<ChangedDocument>();
            foreach (var model in capsule.Registrations.ReadModels)
                documents.AddRange((await model.SourcesAsync(source, stop)).Select(id => new ChangedDocument(model.Source.Name, id)));
            shown.Add(new(capsule.Id, documents));
        }

        return shown;
    }
}

/// <param name="File">The backup.</param>
/// <param name="Passphrase">Where it is encrypted.</param>
/// <param name="Code">The code to rehearse under; null for the village itself.</param>
/// <param name="TakesRoles">Whether roles are taken over; null where it is as usual: by the village itself, and not by a rehearsal.</param>
/// <param name="IsTrial">Only tells what would be done.</param>
/// <param name="IsBegun">Whether the caller has begun it as the village's work.</param>
sealed record RestoreOrder(string File, string? Passphrase, string? Code = null, bool? TakesRoles = null, bool IsTrial = false, bool IsBegun = false);

/// <summary>What a restore did, or would do.</summary>
sealed record RestoredBackup(Guid Village, string Code, string Name, DateTimeOffset MadeAt, int Documents, int Files)
{
    /// <summary>Whether the village was not there before.</summary>
    public bool IsNew { get; init; }

    /// <summary>How many events and messages still waited in the backup; they are not sent by themselves.</summary>
    public int Held { get; init; }

    /// <summary>Roles that were not given, since nobody here signs in so.</summary>
    public IReadOnlyList<BackedUpRole> WithoutAccount { get; init; } = [];

    /// <summary>The backup of what was replaced, or null where there was nothing.</summary>
    public BackupRecord? Before { get; init; }
}
