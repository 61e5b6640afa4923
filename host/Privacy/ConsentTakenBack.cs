using System.Text.Json;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Privacy;

/// <summary>That somebody took a consent of a module back; saved with it, so that the module's documents follow whatever happens to the host.</summary>
/// <param name="Account">Who.</param>
/// <param name="Module">Which module asked.</param>
/// <param name="Purpose">For what.</param>
/// <param name="Place">The scope in which.</param>
sealed record ConsentTakenBack(Guid Account, string Module, string Purpose, string Place)
{
    const string Source = "host";
    const string Name = "consent taken back";

    public static ConsentTakenBack Of(Consent consent) => new(consent.AccountId, consent.Module, consent.Purpose, consent.Place);

    /// <summary>What an event tells, or null where it tells of something else.</summary>
    public static ConsentTakenBack? In(OutgoingEvent happened) =>
        (happened.Source, happened.Name) == (Source, Name) ? JsonSerializer.Deserialize<ConsentTakenBack>(happened.Body) : null;

    public OutgoingEvent AsEvent() => Outbox.Event(Source, Name, JsonSerializer.Serialize(this));
}
