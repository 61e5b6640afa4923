using SmartKampung.Host.Background;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Modules;

/// <summary>Where a scope of a capsule is: in one village or at the portal, in a request or in the background, called by another module or not.</summary>
sealed class CapsuleContext
{
    HttpContext? http;
    Village? village;

    public Partition Partition => village is null ? Partition.Portal : Partition.OfVillage(village.Id);

    public HttpContext? Http => http;

    public Village Village => village ?? throw new InvalidOperationException("No village is present here: this is the portal.");

    public Village? VillageOrNull => village;

    /// <summary>The unit of work of the module that called this one, or null.</summary>
    public VillageUnit? Caller { get; private set; }

    public void Enter(Village? present, HttpContext? request) => (village, http) = (present, request);

    public void EnterFor(CapsuleContext caller, VillageUnit unit) => (village, http, Caller) = (caller.village, caller.http, unit);
}
