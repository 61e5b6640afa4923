using System.Text.Json;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Backups;

/// <summary>The folders in which restores are prepared.</summary>
sealed class RestoreFolders(DataFolder data, IDiskSync sync)
{
    const string PlanFile = "plan.json";

    string Root => Path.Combine(data.Path, "restores");

    public string Make(Guid id)
    {
        var folder = Path.Combine(Root, id.ToString());
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, DataFolder.OwnerOnly);
        return folder;
    }

    /// <summary>Decides.</summary>
    public void Decide(RestorePlan plan)
    {
        var (folder, file) = (Make(plan.Id), Path.Combine(Make(plan.Id), PlanFile));
        using (var written = File.Create(file + ".new"))
        {
            JsonSerializer.Serialize(written, plan, BackupManifest.Json);
            written.Flush();
            sync.SyncFile(written.SafeFileHandle);
        }

        sync.SyncFolder(Root);
        File.Move(file + ".new", file);
        sync.SyncFolder(folder);
    }

    public bool IsDecided(Guid id) => File.Exists(Path.Combine(Root, id.ToString(), PlanFile));

    /// <summary>What was decided and is not known to be done.</summary>
    public IReadOnlyList<RestorePlan> Decided() =>
        !Directory.Exists(Root) ? [] : [.. from folder in Directory.EnumerateDirectories(Root) let file = Path.Combine(folder, PlanFile) where File.Exists(file) select Read(file)];

    public void Remove(Guid id)
    {
        if (Directory.Exists(Path.Combine(Root, id.ToString()))) Directory.Delete(Path.Combine(Root, id.ToString()), recursive: true);
    }

    /// <summary>Removes what a kill left of restores that were not decided; called while none is prepared.</summary>
    public void Clean()
    {
        foreach (var folder in Directory.Exists(Root) ? Directory.GetDirectories(Root) : [])
            if (!File.Exists(Path.Combine(folder, PlanFile))) Directory.Delete(folder, recursive: true);
    }

    static RestorePlan Read(string file)
    {
        using var written = File.OpenRead(file);
        return JsonSerializer.Deserialize<RestorePlan>(written, BackupManifest.Json) ?? throw new JsonException($"{file} is empty.");
    }
}
