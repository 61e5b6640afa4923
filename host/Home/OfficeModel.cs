using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Home;

/// <summary>How to reach the village's office, in the reader's language.</summary>
sealed record OfficeModel
{
    public required IReadOnlyList<OfficeLine> Hours { get; init; }

    public bool IsOpen { get; init; }

    public required string State { get; init; }

    public required string Until { get; init; }

    public ContactLink? Phone { get; init; }

    public ContactLink? WhatsApp { get; init; }

    public ContactLink? Email { get; init; }

    public string? Address { get; init; }

    public required IReadOnlyList<ContactLink> Emergency { get; init; }

    /// <summary>The office, or null where the village has told nothing of it.</summary>
    public static OfficeModel? Of(Village village, ITexts texts, DateTimeOffset now)
    {
        var profile = village.Profile;
        return profile is { OpeningHours.Count: 0, Phone: "", WhatsApp: "", Email: "", Address: "", EmergencyContacts.Count: 0 } ? null : Told(profile, texts, now);
    }

    static OfficeModel Told(VillageProfile profile, ITexts texts, DateTimeOffset now)
    {
        var hours = new OfficeHours(profile.OpeningHours, now);
        var words = new OfficeTexts(texts);
        return new()
        {
            Hours = profile.OpeningHours.Count == 0 ? [] : [.. hours.Week().Select(days => new OfficeLine(words.Days(days), words.Times(days), days.IsToday))],
            IsOpen = hours.Current is not null,
            State = words.State(hours),
            Until = words.Until(hours),
            Phone = ContactLink.Phone(profile.Phone),
            WhatsApp = ContactLink.WhatsApp(profile.WhatsApp),
            Email = ContactLink.Email(profile.Email),
            Address = profile.Address.Length == 0 ? null : profile.Address,
            Emergency = [.. profile.EmergencyContacts.Select(contact => new ContactLink(contact.Name.In(texts.Language), contact.Phone, PhoneNumber.CallLink(contact.Phone)))],
        };
    }
}

/// <summary>Days in a row and their hours, in words.</summary>
sealed record OfficeLine(string Days, string Times, bool IsToday);

/// <summary>A way to reach somebody.</summary>
/// <param name="Name">Who answers, or empty for the office.</param>
/// <param name="Text">The number or address as people write it.</param>
/// <param name="Link">The address that calls or writes.</param>
sealed record ContactLink(string Name, string Text, string Link)
{
    public static ContactLink? Phone(string number) => number.Length == 0 ? null : new("", number, PhoneNumber.CallLink(number));

    public static ContactLink? WhatsApp(string number) =>
        number.Length == 0 ? null : new("", PhoneNumber.AsWritten(number), PhoneNumber.WhatsAppLink(number));

    public static ContactLink? Email(string address) => address.Length == 0 ? null : new("", address, $"mailto:{address}");
}
