namespace SmartKampung.Residents.People;

/// <summary>The nationalities as cards write them.</summary>
static class Nationalities
{
    public const string Citizen = "WNI";

    public const string Foreigner = "WNA";

    public static IReadOnlyList<string> All { get; } = [Citizen, Foreigner];
}
