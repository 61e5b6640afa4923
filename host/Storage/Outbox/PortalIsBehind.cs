using System.Text.Json;

namespace SmartKampung.Host.Storage;

/// <summary>An event of the installation: what the portal shows of some villages has to be made anew.</summary>
/// <param name="Scope">Which villages, as scopes are written.</param>
/// <param name="Module">Whose documents, or null for all.</param>
sealed record PortalIsBehind(string Scope, string? Module)
{
    public const string EventName = "portal is behind";

    public static PortalIsBehind Read(OutgoingEvent happened) => JsonSerializer.Deserialize<PortalIsBehind>(happened.Body)!;

    public OutgoingEvent AsEvent() => Outbox.Event("host", EventName, JsonSerializer.Serialize(this));
}
