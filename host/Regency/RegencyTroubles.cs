using SmartKampung.Host.Background;
using SmartKampung.Host.Consoles;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Regency;

/// <summary>What is wrong in the installation, each with the way to mend it.</summary>
sealed class RegencyTroubles(DiskWatch disk, ModuleHost modules, IDocumentStore store, OutboxDelivery delivery, VillageRegistry villages, TextLibrary texts)
{
    public IReadOnlyList<Trouble> In(HttpContext context)
    {
        var text = texts.For(PageOwner.Host.Id, context);
        var found = new List<Trouble>();
        if (disk.State.IsShort) found.Add(new(text["console.trouble.disk"], text["console.trouble.disk_mend"]));
        else if (disk.State.IsOverBudget) found.Add(new(text["regency.trouble.budget"], text["regency.trouble.budget_mend"]));
        foreach (var module in modules.Modules.Where(module => !module.IsRunning)) found.Add(new(text["console.trouble.module", NameOf(module, context)], text["regency.trouble.module_mend", module.Reason ?? ""]));
        foreach (var damaged in store.Unusable().Where(partition => partition.Kind == PartitionKind.Village))
            found.Add(new(text["regency.trouble.damaged", villages.Find(damaged.Id)?.Name ?? damaged.Id.ToString()], text["regency.trouble.damaged_mend"]));
        if (delivery.Failing > 0) found.Add(new(text["regency.trouble.events", delivery.Failing], text["regency.trouble.events_mend"]));
        return found;
    }

    static string NameOf(Module module, HttpContext context) => module.Manifest?.Name is { } name ? RequestLanguage.Of(context) == "en" ? name.En : name.Id : module.Id;
}
