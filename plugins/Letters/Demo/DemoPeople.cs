using SmartKampung.Residents;

namespace SmartKampung.Letters.Demo;

/// <summary>Who may ask for letters: the invented people who are of age, always the same at the same place of the line.</summary>
sealed class DemoPeople(IReadOnlyList<ResidentData> invented, DateOnly today)
{
    public const string Ayu = "ayu";
    public const string Neighbour = "rt";

    const int Stride = 11;
    const int Age = 19;

    /// <summary>Whom the demo account of a resident belongs to.</summary>
    static readonly Guid Known = new("de300000-0000-0000-0000-000000000005");

    readonly List<ResidentData> adults = [.. invented.Where(person => person.Nik.Length > 0 && person.Place is not null && person.BirthDate <= today.AddYears(-Age))];

    public bool HasAyu => adults.Any(person => person.Id == Known);

    public ResidentData Pick(int number, DemoSample sample, string who = "")
    {
        if (who == Ayu) return adults.First(person => person.Id == Known);
        var place = adults.First(person => person.Id == Known).Place;
        var fitting = adults.Where(person => person.Id != Known && sample.Fits(person) && (who != Neighbour || person.Place == place)).ToList();
        return fitting[number * Stride % fitting.Count];
    }

    /// <summary>The first man who heads a family there.</summary>
    public string HeadOf(Territory place) => adults.First(person => person.IsMale && place.Contains(person.Place)).Name;
}
