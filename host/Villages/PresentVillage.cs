namespace SmartKampung.Host.Villages;

/// <summary>The village that a request entered, kept in the request's features; none at the portal.</summary>
/// <param name="Village">The village.</param>
/// <param name="IsPage">Whether it was entered by its own address and not by the API's.</param>
sealed record PresentVillage(Village Village, bool IsPage = true)
{
    /// <summary>How it arranged its site.</summary>
    public VillageLook Look { get; init; } = VillageLook.Default;

    public static VillageLook LookOf(HttpContext context) => context.Features.Get<PresentVillage>()?.Look ?? VillageLook.Default;

    public static Village? Of(HttpContext context) => context.Features.Get<PresentVillage>()?.Village;
}
