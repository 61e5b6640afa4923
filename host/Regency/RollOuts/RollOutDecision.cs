using SmartKampung.Host.Modules;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Regency;

/// <summary>What a roll-out does in one village; the page that tells it before and the runner that does it ask the same.</summary>
static class RollOutDecision
{
    /// <returns>The configuration to save; neither that nor a refusal where the village is as wanted already.</returns>
    public static Change Of(SwitchModule switches, ScopePath path, ModuleInfo module, VillageEntry village, ModuleConfiguration own, bool? wanted, bool isReturning = false)
    {
        if (village.IsClosed || village.IsReadOnly) return Refusal.Conflict(RollOutMessages.ReadOnly);
        if (!isReturning && switches.IsSwitched(path, module.Id) == wanted) return default;
        return switches.Decide(path, module, own with { Enabled = wanted });
    }
}

/// <summary>Why a roll-out leaves a village as it is.</summary>
static class RollOutMessages
{
    public static LocalText ReadOnly { get; } = new("Desa ini hanya dapat dibaca.", "This village can only be read.");
    public static LocalText Gone { get; } = new("Modul atau desa ini tidak ada lagi.", "The module or the village is there no more.");
    public static LocalText ChangedSince { get; } = new("Desa mengubahnya sendiri sesudah itu.", "The village changed it itself since.");
}
