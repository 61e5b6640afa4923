using SmartKampung.Host.Accounts;
using SmartKampung.Host.Backups;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles;

/// <summary>What is wrong in a village, each with the way to mend it.</summary>
sealed class VillageTroubles(ModuleCards cards, DiskWatch disk, BackupAlarm backups, TextLibrary texts)
{
    public IReadOnlyList<Trouble> In(HttpContext context)
    {
        var text = texts.For(PageOwner.Host.Id, context);
        var found = new List<Trouble>();
        if (disk.State.IsShort) found.Add(new(text["console.trouble.disk"], text["console.trouble.disk_mend"]));
        if (backups.ConcernsVillage(PresentVillage.Of(context)!.Id)) found.Add(new(text["console.trouble.backups"], text["console.trouble.backups_mend"]));
        foreach (var module in cards.Of(context).Where(module => module.IsWanted && !(module.IsRunning && module.IsOn))) found.Add(TroubleOf(module, text, context));
        return found;
    }

    static Trouble TroubleOf(ModuleCard module, ITexts text, HttpContext context)
    {
        var link = Rights.Holds(context, HostPermissions.Modules) ? $"/kelola/modul#{module.Id}" : null;
        if (!module.IsRunning) return new(text["console.trouble.module", module.Name], text["console.trouble.module_mend"], link);
        var missing = string.Join(", ", module.Needs.Where(need => !need.IsOn).Select(need => need.Name));
        return new(text["console.trouble.needs", module.Name, missing], text["console.trouble.needs_mend", missing], link);
    }
}

/// <param name="What">What is wrong.</param>
/// <param name="Mend">How it is mended, and by whom.</param>
/// <param name="Link">The page where, or null.</param>
sealed record Trouble(string What, string Mend, string? Link = null);
