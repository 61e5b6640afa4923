using SmartKampung.Host.Modules;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Regency;

/// <summary>Tells what a roll-out would do, and does nothing.</summary>
sealed class RollOutPlan(ModuleConfigurations configurations, SwitchModule switches)
{
    public RollOutForecast Of(ModuleInfo module, bool isOn, IReadOnlyList<VillageEntry> villages, string language)
    {
        var (switched, same, refused) = (0, 0, new List<RefusedVillage>());
        foreach (var village in villages)
        {
            var change = RollOutDecision.Of(switches, ScopePath.Of(village), module, village, configurations.Present(Scope.Village(village.Id), module.Id), isOn);
            if (change.Refusal is { } refusal) refused.Add(new(village.Code, village.Name, refusal.Message.In(language)));
            else if (change.Configuration is null) same++;
            else switched++;
        }

        return new(switched, same, [.. refused.GroupBy(village => village.Why).Select(group => new RefusedGroup(group.Key, [.. group]))]);
    }
}

/// <param name="Switched">How many villages will be switched.</param>
/// <param name="Same">How many are as wanted already.</param>
/// <param name="Refused">Those that stay as they are, by the reason.</param>
sealed record RollOutForecast(int Switched, int Same, IReadOnlyList<RefusedGroup> Refused);

sealed record RefusedGroup(string Why, IReadOnlyList<RefusedVillage> Villages);

sealed record RefusedVillage(string Code, string Name, string Why);
