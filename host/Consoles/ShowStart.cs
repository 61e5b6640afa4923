namespace SmartKampung.Host.Consoles;

/// <summary>What waits for staff, and where they go on.</summary>
static class ShowStart
{
    public static Page Handle() => Page.View("console-start");
}
