using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmartKampung.Host.Villages.Demo;

/// <summary>The demo village's profile as profile.json tells it.</summary>
sealed record DemoProfile(
    string Headline, string HeadlineEn, string Lead, string LeadEn, string About, string AboutEn, string Vision, string VisionEn,
    IReadOnlyList<string> Mission, IReadOnlyList<string> MissionEn, int Population, int Families, List<string> Hamlets,
    [property: JsonPropertyName("area_km2")] decimal AreaKm2, IReadOnlyList<DemoOfficial> Officials, string Address, string Phone,
    [property: JsonPropertyName("whatsapp")] string WhatsApp, string Email, IReadOnlyList<DemoHours> Hours, IReadOnlyList<DemoContact> Emergency)
{
    static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <param name="save">Saves a drawing by its name and returns the file that it is kept as.</param>
    public static async Task<VillageProfile> ReadAsync(Func<string, Task<string>> save)
    {
        await using var file = EmbeddedData.Open("profile.json");
        var profile = (await JsonSerializer.DeserializeAsync<DemoProfile>(file, Json))!;
        var pictures = new Dictionary<string, string>();
        foreach (var picture in profile.Officials.Select(official => official.Picture).Distinct()) pictures[picture] = await save(picture);
        return profile.ToProfile(pictures) with
        {
            Emblem = await save("emblem-tamansari"),
            Hero = new(await save("hero-ijen"), "Kawah Ijen menjelang fajar, dengan api biru dan asap tipis", Width: 1200, Height: 640),
        };
    }

    VillageProfile ToProfile(Dictionary<string, string> pictures) => new()
    {
        Headline = new(Headline, HeadlineEn),
        Lead = new(Lead, LeadEn),
        About = new(About, AboutEn),
        Vision = new(Vision, VisionEn),
        Missions = [.. Mission.Zip(MissionEn, (indonesian, english) => new LocalText(indonesian, english))],
        Accent = "#0f6b50",
        Officials = [.. Officials.Select(official => official.ToOfficial(pictures))],
        Address = Address,
        Phone = Phone,
        WhatsApp = WhatsApp,
        Email = Email,
        OpeningHours = [.. Hours.SelectMany(hours => hours.ToHours())],
        EmergencyContacts = [.. Emergency.Select(contact => new EmergencyContact(new(contact.Name, contact.NameEn), contact.Phone))],
        Hamlets = Hamlets,
        Population = Population,
        Families = Families,
        AreaKm2 = AreaKm2,
        OfficeCode = "429.523.03",
    };
}

sealed record DemoOfficial(string Name, string Title, string TitleEn, string Term, string Picture)
{
    public VillageOfficial ToOfficial(Dictionary<string, string> pictures) => new(Name, new(Title, TitleEn), Term, pictures[Picture]);
}

sealed record DemoContact(string Name, string NameEn, string Phone);

/// <summary>Opening hours of a day or of several, as in <c>mon-thu</c>.</summary>
sealed record DemoHours(string Days, string Opens, string Closes)
{
    static readonly string[] Names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    public IEnumerable<OpeningHours> ToHours()
    {
        var ends = Days.Split('-').Select(day => Array.IndexOf(Names, day)).ToArray();
        for (var day = ends[0]; day <= ends[^1]; day++)
            yield return new((DayOfWeek)day, TimeOnly.Parse(Opens, CultureInfo.InvariantCulture), TimeOnly.Parse(Closes, CultureInfo.InvariantCulture));
    }
}
