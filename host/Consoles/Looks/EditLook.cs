using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles.Looks;

/// <summary>Changes how a village arranged its site.</summary>
sealed class EditLook(VillageRegistry registry)
{
    /// <returns>False where the change refused what it found, since somebody was faster.</returns>
    public Task<bool> ChangeAsync(HttpContext context, Func<VillageLook, VillageLook?> change, CancellationToken stop) =>
        registry.ChangeProfileAsync(PresentVillage.Of(context)!.Id, (record, _) => change(record.Look) is { } look ? record with { Look = look } : null, stop);
}
