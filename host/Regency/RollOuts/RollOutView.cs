using SmartKampung.Host.Modules;

namespace SmartKampung.Host.Regency;

/// <summary>A roll-out as pages tell it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The module's name.</param>
/// <param name="IsOn">Whether it switches on.</param>
/// <param name="State">running, paused, cancelled, done.</param>
/// <param name="IsReturning">Whether it gives back what was before.</param>
/// <param name="Villages">In how many villages.</param>
/// <param name="StartedBy">By whom.</param>
/// <param name="StartedAt">Since when.</param>
sealed record RollOutView(Guid Id, string Name, bool IsOn, RollOutState State, bool IsReturning, int Villages, string StartedBy, DateTimeOffset StartedAt)
{
    public static RollOutView Of(RollOut rollOut, IModuleCatalog catalog, string language) => new(
        rollOut.Id, catalog.Find(rollOut.Module)?.Name.In(language) ?? rollOut.Module, rollOut.IsOn, rollOut.State, rollOut.IsReturning, rollOut.Villages, rollOut.StartedBy, rollOut.StartedAt);
}
