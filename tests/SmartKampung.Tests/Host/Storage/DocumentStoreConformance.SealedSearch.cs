using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.Storage;

public abstract partial class DocumentStoreConformance
{
    static readonly string[] Words = ["ani", "anita", "anis", "sari", "sarinah", "sar", "budi", "budiman", "ta", "tari"];

    /// <summary>What is typed, what else is asked, and the part of the result that is shown, at random; under several keys, with changes and deletions before.</summary>
    [RandomRuns(15)]
    public async Task Searches_in_sealed_documents_find_count_and_order_what_memory_does(int seed)
    {
        Village = Partition.OfVillage(Guid.NewGuid());
        var random = new Random(seed);
        var (name, street) = ((byte)random.Next(1, 5), (byte)random.Next(1, 4));
        var documents = Register(services => services.AddDocuments<Person>(d => d
            .Index(p => p.Family).Index(p => p.Place!.RtNumber).Text(p => p.Name, name).Text(p => p.Home.Street, street).Personal(p => p.Name, p => p.Family, p => p.Home, p => p.Born)), "searched" + seed);
        var people = await ChangedAsync(documents, random, [.. Enumerable.Range(0, 40).Select(_ => RandomPerson(random))]);
        for (var i = 0; i < 25; i++)
        {
            var typed = string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.GetItems(Words, 1)[0] is var word ? word[..random.Next(2, word.Length + 1)] : ""));
            var (family, rt, born, skip, take) = ($"{random.Next(3)}", $"00{random.Next(3)}", new DateOnly(1990, 1, random.Next(1, 20)), random.Next(3), random.Next(1, 12));
            var (byFamily, byRt, byBirth, isSorted) = (random.Next(3) == 0, random.Next(3) == 0, random.Next(3) == 0, random.Next(4) == 0);
            var query = Store.OpenSession(Village, documents).Query<Person>().Search(typed);
            if (byFamily) query = query.Where(p => p.Family == family);
            if (byRt) query = query.Where(p => p.Place!.RtNumber == rt && p.Place.RwNumber == "001");
            if (byBirth) query = query.Where(p => p.Born > born);
            if (isSorted) query = query.OrderByDescending(p => p.Born);

            var found = people.Where(p => ScoreOf(typed, p, name, street) > 0 && (!byFamily || p.Family == family) && (!byRt || (p.Place?.RtNumber == rt && p.Place.RwNumber == "001")) && (!byBirth || p.Born > born));
            var ordered = isSorted ? found.OrderByDescending(p => p.Born).ThenBy(p => p.Id) : found.OrderByDescending(p => ScoreOf(typed, p, name, street)).ThenBy(p => p.Id);

            Assert.Equal(ordered.Select(NameOf), (await query.ToListAsync(Stop)).Select(NameOf));
            Assert.Equal(ordered.Skip(skip).Take(take).Select(NameOf), (await query.Skip(skip).Take(take).ToListAsync(Stop)).Select(NameOf));
            Assert.Equal(ordered.Count(), await query.CountAsync(Stop));
            var page = await query.Skip(skip).Take(take).ToPageAsync(Stop);
            Assert.Equal(ordered.Skip(skip).Take(take).Select(NameOf), page.Documents.Select(NameOf));
            Assert.Equal(ordered.Count(), page.Count);
        }
    }

    async Task<List<Person>> ChangedAsync(DocumentSet documents, Random random, List<Person> people)
    {
        await SaveIn(documents, [.. people[..20]]);
        if (random.Next(8) == 0) RenewPersonalKey();
        await SaveIn(documents, [.. people[20..]]);
        var session = Store.OpenSession(Village, documents);
        var changed = people[..10].ConvertAll(p => RandomPerson(random) with { Id = p.Id, Version = 1 });
        foreach (var person in changed) session.Store(person);
        foreach (var person in people[30..35]) session.Delete(person with { Version = 1 });
        await session.SaveChangesAsync(Stop);
        return [.. changed, .. people[10..30], .. people[35..]];
    }

    static Person RandomPerson(Random random) => Person(string.Join(' ', random.GetItems(Words, random.Next(1, 4))), null) with
    {
        Id = random.Next(2) == 0 ? Guid.NewGuid() : Guid.CreateVersion7(),
        Family = $"{random.Next(3)}",
        Born = new DateOnly(1990, 1, random.Next(1, 20)),
        Home = new(string.Join(' ', random.GetItems(Words, 2))),
        Place = RandomPlace(random),
    };

    static int ScoreOf(string typed, Person person, int name, int street)
    {
        var scores = typed.Split(' ').Distinct().Select(word => Math.Max(
            person.Name.Split(' ').Max(part => ScoreOfWord(word, part, name)), person.Home.Street.Split(' ').Max(part => ScoreOfWord(word, part, street)))).ToList();
        return scores.Contains(0) ? 0 : scores.Sum();
    }

    static int ScoreOfWord(string typed, string word, int weight) => typed == word ? 2 * weight : typed.Length > 2 && word.StartsWith(typed, StringComparison.Ordinal) ? weight : 0;

    static string NameOf(Person person) => $"{person.Name}, {person.Home.Street} {person.Id}";
}
