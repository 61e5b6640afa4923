namespace SmartKampung.Host.Villages;

/// <summary>Where Indonesia lies, so that mistyped and turned-round coordinates are told.</summary>
static class Indonesia
{
    public static bool Holds(double latitude, double longitude) => latitude is >= -11.2 and <= 6.3 && longitude is >= 94.8 and <= 141.2;
}
