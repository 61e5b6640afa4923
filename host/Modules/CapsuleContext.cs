using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Modules;

/// <summary>Where a scope of a capsule is: in one village or at the portal, in a request or in the background.</summary>
sealed class CapsuleContext
{
    HttpContext? http;
    Village? village;

    public Partition Partition => village is null ? Partition.Portal : Partition.OfVillage(village.Id);

    public HttpContext? Http => http;

    public Village Village => village ?? throw new InvalidOperationException("No village is present here: this is the portal.");

    public Village? VillageOrNull => village;

    public void Enter(Village? present, HttpContext? request) => (village, http) = (present, request);
}
