using SmartKampung.Host.Consoles;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Regency;

/// <summary>Who administers a village, and who was invited to; of the others in the village the regency sees nothing.</summary>
sealed class AdministratorsOfVillages(People people, VillageCache villages)
{
    public async Task<IReadOnlyList<PersonInRole>> OfAsync(VillageEntry village, CancellationToken stop) =>
        [.. (await people.OfAsync(await villages.GetAsync(village, stop), stop)).Where(person => person.Role == Roles.Administrator)];

    public async Task<IReadOnlyList<SlipInList>> SlipsOfAsync(VillageEntry village, CancellationToken stop) =>
        [.. (await people.SlipsOfAsync(await villages.GetAsync(village, stop), stop)).Where(slip => slip.Role == Roles.Administrator)];

    /// <summary>False where there is no such slip for an administrator, or somebody was just faster with it.</summary>
    public async Task<bool> TakeBackAsync(Guid slip, VillageEntry village, CancellationToken stop) =>
        (await SlipsOfAsync(village, stop)).Any(known => known.Id == slip) && await people.TakeBackAsync(slip, await villages.GetAsync(village, stop), stop);
}
