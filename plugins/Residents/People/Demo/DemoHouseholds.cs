namespace SmartKampung.Residents.People;

/// <summary>The invented families: the same on each day, but for the dates, which are counted from it.</summary>
sealed class DemoHouseholds(DateOnly today)
{
    const int Seed = 351024;
    const int Families = 400;
    const int People = 1200;
    const string Region = "990101"; // No province has it, so that no number can be anybody's.

    /// <summary>How many live together; they make 1,200 in all.</summary>
    static readonly int[] Sizes = [4, 1, 2, 3, 5, 3, 2, 4, 3, 3];

    static readonly string[] Streets = ["Jalan Kenanga", "Jalan Melati", "Jalan Mawar", "Jalan Kopi", "Jalan Cengkih", "Jalan Ijen", "Gang Sawah", "Gang Mata Air"];

    readonly Random random = new(Seed);
    int people;

    /// <summary>Whose records are invented: always the same, so that demo content of other modules can be about them.</summary>
    public static IReadOnlyList<Guid> Ids { get; } = [DemoAyu.Account, .. Enumerable.Range(1, People).Select(IdOf)];

    public static IReadOnlyList<DemoHousehold> Make(IReadOnlyList<Territory> places, DateOnly today)
    {
        var households = new DemoHouseholds(today);
        return [.. Enumerable.Range(0, Families).Select(number => households.Make(number, places[number * places.Count / Families]))];
    }

    static Guid IdOf(int serial) => new(0xde310000, 0, 0, 0, 0, 0, 0, 0, 0, (byte)(serial >> 8), (byte)serial);

    DemoHousehold Make(int number, Territory place)
    {
        var issued = today.AddDays(-random.Next(200, 4000));
        var family = new Family
        {
            CardNumber = $"{Region}{issued:ddMMyy}{number + 1:0000}", Address = $"{Streets[random.Next(Streets.Length)]} {random.Next(1, 90)}", Place = place, IssuedOn = issued,
        };
        return new(family, [.. (number == 0 ? DemoAyu.Household : Members(Sizes[number % Sizes.Length])).Select(person => Settled(person, family))]);
    }

    /// <summary>One lives alone; two are a couple or one parent with a child; more are a couple with children, of five one is a grandmother.</summary>
    IEnumerable<DemoPerson> Members(int size)
    {
        var isCouple = size > 2 || (size == 2 && random.Next(3) > 0);
        var head = new DemoPerson(isCouple || random.Next(2) == 0, random.Next(size == 1 ? 20 : 26, size > 2 ? 58 : 80), Relations.Head, isCouple ? "Kawin" : size == 1 ? "Belum Kawin" : "Cerai Mati");
        yield return head;
        if (isCouple) yield return new(false, Math.Max(19, head.Age - random.Next(0, 7)), "Istri", "Kawin");
        var children = size - (isCouple ? 2 : 1) - (size == 5 ? 1 : 0);
        for (var child = 0; child < children; child++) yield return new(random.Next(2) == 0, Math.Max(0, head.Age - 22 - (child * 3) - random.Next(3)), "Anak", "Belum Kawin");
        if (size == 5) yield return new(false, Math.Min(95, head.Age + random.Next(20, 26)), "Orang Tua", "Cerai Mati");
    }

    Resident Settled(DemoPerson person, Family family)
    {
        var (born, serial) = (today.AddDays(-((person.Age * 365) + (person.Age / 4) + random.Next(1, 360))), ++people);
        var isNewborn = person.Age == 0;
        return new()
        {
            Id = person.Id ?? IdOf(serial),
            Name = person.Name ?? DemoNames.Pick(random, person.IsMale),
            Nik = isNewborn ? null : $"{Region}{born.Day + (person.IsMale ? 0 : 40):00}{born:MMyy}{serial:0000}",
            Family = family.Id,
            Relation = person.Relation,
            IsMale = person.IsMale,
            BirthPlace = "Banyuwangi",
            BirthDate = born,
            Religion = random.Next(100) switch { < 93 => "Islam", < 97 => "Hindu", < 99 => "Kristen", _ => "Katolik" },
            MaritalStatus = person.MaritalStatus,
            Occupation = DemoWork.Occupation(random, person),
            Education = DemoWork.Education(random, person),
            BloodGroup = random.Next(3) == 0 ? "Tidak Tahu" : new[] { "A", "B", "AB", "O" }[random.Next(4)],
            Disability = random.Next(60) == 0 ? "Cacat Fisik" : "",
            FatherName = DemoNames.Pick(random, isMale: true),
            MotherName = DemoNames.Pick(random, isMale: false),
            Address = family.Address,
            Place = family.Place,
            Phone = person.Age is > 15 and < 70 && random.Next(3) > 0 ? $"+62800000{serial:0000}" : "",
            State = random.Next(60) == 0 ? ResidentState.Temporary : ResidentState.Living,
        };
    }
}

/// <param name="Family">The card.</param>
/// <param name="Members">Who stands on it, the head first.</param>
sealed record DemoHousehold(Family Family, IReadOnlyList<Resident> Members);

/// <summary>Somebody invented.</summary>
/// <param name="IsMale">Male, or else female.</param>
/// <param name="Age">In years.</param>
/// <param name="Relation">To the head.</param>
/// <param name="MaritalStatus">As on the card.</param>
/// <param name="Name">Who has a name of their own, else null.</param>
/// <param name="Id">Whom an account belongs to, else null.</param>
sealed record DemoPerson(bool IsMale, int Age, string Relation, string MaritalStatus, string? Name = null, Guid? Id = null);
